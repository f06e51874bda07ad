// Writes SVG: every text and attribute is escaped here and nowhere else, so that no name becomes markup.

/** Markup that this file wrote. */
export interface Svg {
  readonly markup: string;
}

/** What no XML may hold, and the halves of a torn pair. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"']/g, (sign) => NAMES[sign] ?? sign);

type Attributes = Readonly<Record<string, string | number | undefined>>;

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Number(value.toFixed(2))) : value;

/** `tag('rect', {x: 1})`; a child that is a string is text. */
export function tag(name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(written(value))}"`],
  );
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : child.markup)).join('');
  return { markup: `<${name}${given.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}` };
}

export const group = (...children: readonly Svg[]): Svg => ({ markup: children.map(({ markup }) => markup).join('') });
