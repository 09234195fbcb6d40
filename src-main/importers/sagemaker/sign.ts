import aws4 from 'aws4';
import { readAddress } from '#domain/connections/address';
import { remoteProblem } from '../remote/remote-failure';
import type { Signer } from '../remote/signer';
import type { Proof } from '../sources/source';

/** `api.sagemaker.eu-central-1.amazonaws.com`, and what its like in other partitions or behind an endpoint of a VPC say. */
const REGION = /(?:^|\.)((?:[a-z]{2,4}-)+[a-z]+-\d)(?:\.|$)/;

/** The region that requests are meant for: said, or in the name of the host. */
export function regionOf(address: string, scope: string): string {
  const said = scope.trim();
  if (said !== '') return said;
  const read = readAddress(address);
  const found = read.ok ? REGION.exec(read.value.host)?.[1] : undefined;
  if (found !== undefined) return found;
  throw remoteProblem(
    'The address does not say which region is meant',
    'Give the region in the connection, such as eu-central-1. Nothing was sent',
  );
}

/**
 * Signature Version 4 of AWS: the secret access key signs each request and does not travel. A request that is repeated is signed anew,
 * for a signature holds for minutes.
 */
export function signerOf({ login, secret }: Proof, at: { readonly address: string; readonly scope: string }): Signer {
  const region = regionOf(at.address, at.scope);
  const [secretAccessKey = '', sessionToken] = secret.split(' ');
  const keys = { accessKeyId: login, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  return ({ method, host, path, headers, body }) => {
    const signed = aws4.sign({ service: 'sagemaker', region, method, host, path, headers: { ...headers }, body }, keys);
    return Object.fromEntries(
      Object.entries(signed.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
  };
}
