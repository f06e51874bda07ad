// Owns what a note links to as evidence: the host and a title read off the text and the address. Nothing is fetched.

export interface Source {
  readonly address: string;
  readonly host: string;
  /** What the writer called it, else what the address says; empty where it says nothing. */
  readonly title: string;
}

const MOST_SOURCES = 4;
const LONGEST_TITLE = 80;
const LINK = /\[([^\]\n]{1,200})\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"`]+)/gi;

const cut = (text: string): string => {
  const symbols = Array.from(text);
  return symbols.length > LONGEST_TITLE ? `${symbols.slice(0, LONGEST_TITLE - 1).join('')}…` : text;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `…/en/3.0.x/async-await/` says "async await"; numbers and file endings say nothing. */
function titleOf(address: URL): string {
  const parts = address.pathname.split('/').map((part) => decoded(part).replace(/\.\w{2,5}$/, ''));
  const last = parts.findLast((part) => /\p{L}{3}/u.test(part) && !/^index$/i.test(part)) ?? '';
  return last.replaceAll(/[-_+\s]+/g, ' ').trim();
}

function sourceOf(text: string, named: string): Source | undefined {
  if (!URL.canParse(text)) return undefined;
  const address = new URL(text);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return undefined;
  const title = named === '' || named === text ? titleOf(address) : named;
  return { address: address.href, host: address.host.replace(/^www\./, ''), title: cut(title) };
}

const AROUND: ReadonlySet<string | undefined> = new Set(".,;:!?'’»)]*_");

/** Full stops, commas and brackets after an address belong to the sentence around it. */
function trimmed(address: string): string {
  let end = address.length;
  while (AROUND.has(address[end - 1])) end -= 1;
  return address.slice(0, end);
}

/** The links of a text, each address once. */
export function sourcesOf(text: string): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const [, named = '', linked, bare] of text.matchAll(LINK)) {
    const source = sourceOf(linked ?? trimmed(bare ?? ''), named.trim());
    if (source !== undefined && !sources.has(source.address)) sources.set(source.address, source);
    if (sources.size === MOST_SOURCES) break;
  }
  return [...sources.values()];
}

/** Whether a text is one address and nothing else. */
export const isBareLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim());
