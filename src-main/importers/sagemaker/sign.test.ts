import { describe, expect, it } from 'vitest';
import { regionOf, signerOf } from './sign';

const ADDRESS = 'https://api.sagemaker.eu-central-1.amazonaws.com';

/** One request, signed at one moment. */
function signed(secret: string): Readonly<Record<string, string>> {
  const sign = signerOf({ auth: 'password', login: 'AKIDEXAMPLE', secret }, { address: ADDRESS, scope: '' });
  return sign({
    method: 'POST',
    host: 'api.sagemaker.eu-central-1.amazonaws.com',
    path: '/',
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'SageMaker.ListModelPackageGroups',
      'X-Amz-Date': '20261130T120000Z',
    },
    body: '{"MaxResults":100}',
  });
}

describe('signerOf', () => {
  // What botocore 1.4x signs of the same requests.
  it.each([
    ['wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'f6c404b88d940d4e6f9a70417dfdc152f8ac7e180d2ebe447fbb27966f649794'],
    [
      'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY TOKEN/abc==',
      'f6ec39a74c71dec5956ed7eb52168c74d1c68d6a17cc9cbe411cf33bc38df9b8',
    ],
  ])('signs as the service’s own client does (%#)', (secret, signature) => {
    expect(signed(secret).authorization).toContain(`Signature=${signature}`);
  });

  it('gives the secret to nobody', () => {
    expect(JSON.stringify(signed('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'))).not.toContain('wJalr');
  });
});

describe('regionOf', () => {
  it.each([
    [ADDRESS, '', 'eu-central-1'],
    ['https://api.sagemaker.cn-north-1.amazonaws.com.cn', '', 'cn-north-1'],
    ['https://api-fips.sagemaker.us-gov-west-1.amazonaws.com', '', 'us-gov-west-1'],
    ['https://vpce-0a1-b2.api.sagemaker.ap-southeast-2.vpce.amazonaws.com', '', 'ap-southeast-2'],
    ['http://127.0.0.1:5000', 'us-east-1', 'us-east-1'],
  ])('%s “%s” is %s', (address, scope, region) => {
    expect(regionOf(address, scope)).toBe(region);
  });

  it('asks where nothing says it', () => {
    expect(() => regionOf('https://aws.example', '')).toThrow(/which region is meant/);
  });
});
