import { outsideKey, type RestingOn } from './falls-with';

export interface GraphNode {
  /** `m:` and the id of a row, or `o:` and the folded name of something outside. */
  readonly key: string;
  readonly modelId: string | null;
  /** The path of something outside as it was written first; '' of a row. */
  readonly outside: string;
  /** The last part of the path; '' of a row. */
  readonly name: string;
  /** 0: outside, or a row that rests on nothing; else one more than the highest of what it rests on. */
  readonly layer: number;
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  readonly critical: boolean;
  /** `to` is a part of `from`: a model of a provider, a version of a model. */
  readonly below: boolean;
}

/** Everything that something rests on, and what rests on it, in layers: outside names first, each below its provider. */
export function dependencyGraph(resting: RestingOn): {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
} {
  const outside = new Map<string, { readonly path: string; readonly name: string }>();
  const links = new Map<string, GraphLink>();
  const restsOn = new Map<string, string[]>();
  const rows = new Set<string>();
  const put = (link: GraphLink): void => {
    const key = `${link.from}\n${link.to}`;
    // Of two links between the same the critical one is shown.
    if (!links.get(key)?.critical) links.set(key, link);
  };
  for (const { modelId, dependsOn, outside: named, critical } of resting.links) {
    if (dependsOn === null && named === '') continue;
    rows.add(modelId);
    if (dependsOn !== null) {
      rows.add(dependsOn);
      restsOn.set(modelId, [...(restsOn.get(modelId) ?? []), dependsOn]);
      put({ from: `m:${dependsOn}`, to: `m:${modelId}`, critical, below: false });
      continue;
    }
    put({ from: outsideNode(named, outside, put), to: `m:${modelId}`, critical, below: false });
    if (!restsOn.has(modelId)) restsOn.set(modelId, []);
  }
  const layers = layersOf(rows, restsOn);
  const nodes: GraphNode[] = [...outside]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { path, name }]) => ({ key: `o:${key}`, modelId: null, outside: path, name, layer: 0 }));
  for (const id of rows) nodes.push({ key: `m:${id}`, modelId: id, outside: '', name: '', layer: layers.get(id) ?? 0 });
  const place = (node: GraphNode): number => node.layer * 2 + (node.modelId === null ? 0 : 1);
  return { nodes: nodes.toSorted((a, b) => place(a) - place(b)), links: [...links.values()] };
}

/** Notes a name and all above it; answers the node of the name itself. */
function outsideNode(
  named: string,
  known: Map<string, { readonly path: string; readonly name: string }>,
  put: (link: GraphLink) => void,
): string {
  const parts = named.split('/').map((part) => part.trim());
  let above: string | null = null;
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const path = parts.slice(0, depth).join(' / ');
    const key = outsideKey(path);
    if (!known.has(key)) known.set(key, { path, name: parts[depth - 1] ?? '' });
    if (above !== null) put({ from: above, to: `o:${key}`, critical: true, below: true });
    above = `o:${key}`;
  }
  return above ?? '';
}

/** How far each row lies behind what it rests on; a circle, which nothing lets in, counts once. */
function layersOf(rows: ReadonlySet<string>, restsOn: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const layers = new Map<string, number>();
  const open = new Set<string>();
  const layerOf = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const on = restsOn.get(id);
    if (on === undefined || open.has(id)) return 0;
    open.add(id);
    const layer = 1 + Math.max(0, ...on.map(layerOf));
    open.delete(id);
    layers.set(id, layer);
    return layer;
  };
  for (const id of rows) layerOf(id);
  return layers;
}
