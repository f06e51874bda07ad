// Finds every `msg(…)` call in a source file by its syntax tree.
import { parseSync } from 'vite';

export interface Text {
  readonly id: string | undefined;
  /** The text as written, with `{n}` where its expressions stand. */
  readonly text: string;
  /** How many expressions the text holds; `undefined` for what is no literal. */
  readonly holes: number | undefined;
  readonly where: string;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

function* calls(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const item of node) yield* calls(item);
  if (!isNode(node) || Array.isArray(node)) return;
  if (node['type'] === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === 'msg') yield node;
  for (const value of Object.values(node)) yield* calls(value);
}

/** The id in `{id: '…'}`. */
function idOf(options: Node | undefined): string | undefined {
  const property = nodesOf(options?.['properties']).find(({ key }) => isNode(key) && key['name'] === 'id');
  const value = property?.['value'];
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : undefined;
}

function textOf(node: Node | undefined): Pick<Text, 'text' | 'holes'> {
  if (node?.['type'] === 'Literal' && typeof node['value'] === 'string') return { text: node['value'], holes: 0 };
  const template = node?.['type'] === 'TaggedTemplateExpression' ? node['quasi'] : node;
  if (!isNode(template) || template['type'] !== 'TemplateLiteral') return { text: '', holes: undefined };
  const pieces = nodesOf(template['quasis']).map(({ value }) => (isNode(value) ? String(value['cooked']) : ''));
  const text = pieces.map((piece, at) => (at === 0 ? piece : `{${at - 1}}${piece}`)).join('');
  // An untagged template is put together before it can be looked up.
  const untagged = node === template && pieces.length > 1;
  return { text, holes: untagged ? undefined : pieces.length - 1 };
}

export function textsIn(source: string, file: string): readonly Text[] {
  const { program, errors } = parseSync(file, source, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? ''}`);
  return [...calls(program)].map((call) => {
    const [template, options] = nodesOf(call['arguments']);
    const { text, holes } = textOf(template);
    const line = source.slice(0, Number(call['start'])).split('\n').length;
    return { id: idOf(options), text, holes, where: `${file}:${line}` };
  });
}
