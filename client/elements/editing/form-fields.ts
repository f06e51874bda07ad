// The labelled fields of the editors, and reading them.
import { type TemplateResult, css, html, nothing } from 'lit';

export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly max: number;
  readonly hint?: string;
  readonly required?: boolean;
  readonly first?: boolean;
  readonly type?: 'text' | 'url' | 'lines';
  readonly placeholder?: string;
  readonly pattern?: string;
}

export function textField(field: TextField): TemplateResult {
  const { name, value = '', max, required = false, first = false, hint } = field;
  const described = hint === undefined ? nothing : `${name}-hint`;
  return html`<div class="field">
    <label for=${name}>${field.label}</label>
    ${
      field.type === 'lines'
        ? html`<textarea
            id=${name}
            name=${name}
            rows="3"
            maxlength=${max}
            aria-describedby=${described}
            .value=${value}
          ></textarea>`
        : html`<input
            id=${name}
            name=${name}
            type=${field.type === 'url' ? 'url' : 'text'}
            inputmode=${field.type === 'url' ? 'url' : nothing}
            maxlength=${max}
            placeholder=${field.placeholder ?? nothing}
            pattern=${field.pattern ?? nothing}
            autocomplete="off"
            aria-describedby=${described}
            ?required=${required}
            ?autofocus=${first}
            .value=${value}
          />`
    }
    ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}

/** The trimmed text of a field of a form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The number in a field, with a comma or a point; undefined when it is empty or none. */
export function numberOf(form: FormData, name: string): number | undefined {
  const text = textOf(form, name).replace(',', '.');
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? undefined : value;
}

/** The form's data when it may be sent; the browser says what is wrong otherwise. */
export function submittedForm(event: Event): FormData | undefined {
  event.preventDefault();
  const form = event.currentTarget;
  return form instanceof HTMLFormElement && form.reportValidity() ? new FormData(form) : undefined;
}

export const formStyles = css`
  form {
    display: grid;
    gap: var(--space-4);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-3);
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-5);
    padding-top: var(--space-4);
    border-top: 1px solid var(--hairline);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .standing .push {
    margin-inline-start: auto;
  }
  @media (max-width: 440px) {
    .pair {
      grid-template-columns: 1fr;
    }
  }
`;
