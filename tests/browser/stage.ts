// Puts an element on the page, in either theme, and asks axe about it.
import axe from 'axe-core';
import { LitElement, type TemplateResult, render } from 'lit';
import { cdp } from 'vitest/browser';
import '../../client/styles/base.css';

export type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];

interface Devtools {
  send(method: string, params: object): Promise<unknown>;
}

export async function theme(name: Theme): Promise<void> {
  const devtools = cdp() as unknown as Devtools;
  await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: name }] });
}

/** All updates of an element and of the elements in it. */
export async function settled(root: Element | ShadowRoot): Promise<void> {
  const elements = [root, ...root.querySelectorAll('*')];
  for (const element of elements) {
    if (element instanceof LitElement) await element.updateComplete;
    const shadow = element instanceof Element ? element.shadowRoot : null;
    if (shadow !== null) await settled(shadow);
  }
}

/** Draws a template alone on the page and gives back its first element. */
export async function show<T extends HTMLElement>(template: TemplateResult): Promise<T> {
  document.body.replaceChildren();
  const main = document.createElement('main');
  document.body.append(main);
  render(template, main);
  const element = main.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('nothing was drawn');
  await settled(element);
  return element as T;
}

/** What axe finds wrong, one line each. Rules about whole pages are left out: an element is no page. */
export async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.querySelector('main') ?? document.body, {
    rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Collects the details of the events that an element sends up. */
export function heard(element: HTMLElement, name: keyof HTMLElementEventMap): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(name, (event) => details.push('detail' in event ? event.detail : undefined));
  return details;
}

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

export function focus(locator: { element(): Element }): void {
  const element = locator.element();
  if (element instanceof HTMLElement) element.focus();
}

/** The first element that matches, through shadow roots. */
export function find(root: Element | ShadowRoot, selector: string): Element | null {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) return element;
    const below = element.shadowRoot === null ? null : find(element.shadowRoot, selector);
    if (below !== null) return below;
  }
  return root instanceof Element && root.shadowRoot !== null ? find(root.shadowRoot, selector) : null;
}

/** All text of an element, through shadow roots, with single spaces. */
export function deepText(element: Element): string {
  const parts: string[] = [];
  const walk = (root: ParentNode): void => {
    for (const node of root.childNodes) {
      if (node instanceof Text) parts.push(node.data);
      if (!(node instanceof Element) || node instanceof HTMLStyleElement) continue;
      if (node.shadowRoot) walk(node.shadowRoot);
      walk(node);
    }
  };
  if (element.shadowRoot) walk(element.shadowRoot);
  walk(element);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
