// Sets an element's inline properties through the object model. Lit's own `styleMap` writes the attribute at first,
// which the Content Security Policy refuses.
import { type ElementPart, noChange } from 'lit';
import { Directive, type PartInfo, PartType, directive } from 'lit/directive.js';

/** Property names as CSS writes them: `transform`, `--option`. Undefined takes a property away. */
export type Styles = Readonly<Record<string, string | undefined>>;

class Styled extends Directive {
  private known: Styles = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('styled() stands in the tag of an element, not in an attribute');
  }

  override update(part: ElementPart, [styles]: [Styles]): symbol {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of Object.keys(this.known)) if (styles[name] === undefined) style.removeProperty(name);
    for (const [name, value] of Object.entries(styles)) {
      if (value !== undefined && value !== this.known[name]) style.setProperty(name, value);
    }
    this.known = { ...styles };
    return noChange;
  }

  render(_styles: Styles): symbol {
    return noChange;
  }
}

/** `<div ${styled({'--option': colour})}>` */
export const styled = directive(Styled);
