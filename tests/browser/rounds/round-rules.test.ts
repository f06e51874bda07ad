import { html } from 'lit';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { chooseLanguage } from '../../../client/i18n/locale.ts';
import '../../../client/elements/rounds/round-rules.ts';
import type { Round } from '../../../shared/board/board.ts';
import { METHODS } from '../../../shared/voting/ballots.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { sampleRound } from '../ballot/sample-board.ts';
import { THEMES, faults, show, theme } from '../stage.ts';

async function said(changes: Partial<Round>): Promise<string> {
  const element = await show(html`<palabre-round-rules whole .round=${sampleRound(changes)}></palabre-round-rules>`);
  return element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
}

beforeEach(async () => {
  await chooseLanguage('en');
  await theme('light');
});

describe('the rules of a round', () => {
  test('a live round says that totals can give a vote away', async () => {
    expect(await said({ secrecy: 'live' })).toContain('the moving totals can give your vote away');
  });

  test('a named round says that names come with the reveal', async () => {
    expect(await said({ secrecy: 'named' })).toContain('after it, everybody sees it with your name');
  });

  test('an anonymous round says what it does not protect from', async () => {
    const rules = await said({ secrecy: 'anonymous' });
    expect(rules).toContain('never your name');
    expect(rules).toContain('whoever runs the server');
    expect(rules).toContain('all the other voters together');
    expect(rules).toContain('fewer than three ballots');
    expect(rules).toContain('does not protect you from pressure');
  });

  test('published ballots are said to be recognisable', async () => {
    expect(await said({ publish: 'ballots' })).toContain('may recognise yours');
    expect(await said({ publish: 'tally' })).not.toContain('may recognise yours');
  });

  test('every method and rule says how it counts, in both languages', async () => {
    const sentences = new Set<string>();
    for (const language of ['en', 'fr'] as const) {
      await chooseLanguage(language);
      for (const method of METHODS) {
        for (const rule of methodOf(method).rules) {
          const rules = await said({ method, rule });
          expect(rules).toMatch(/Counting rule: .+\.|Règle de décompte.+\./u);
          sentences.add(`${language}${method}${rules}`);
        }
      }
    }
    expect(sentences.size).toBe(2 * METHODS.reduce((sum, method) => sum + methodOf(method).rules.length, 0));
    await chooseLanguage('en');
  });

  test('must-haves, quorum and threshold are said where there are some', async () => {
    const [first, ...others] = sampleRound().criteria;
    if (first === undefined) throw new Error('no criterion');
    const rules = await said({ criteria: [{ ...first, mustHave: 3 }, ...others], quorum: 12 });
    expect(rules).toContain('below a must-have is knocked out');
    expect(rules).toContain('Valid from 12 ballots on');
    expect(await said({ method: 'consent', rule: 'threshold', threshold: 2 })).toContain('Threshold: 2 of 5 fingers');
  });

  for (const name of THEMES) {
    test(`axe finds nothing in the ${name} theme, folded or not`, async () => {
      await theme(name);
      await show(html`<palabre-round-rules .round=${sampleRound()}></palabre-round-rules>`);
      expect(await faults()).toEqual([]);
      await page.getByText('What does that mean?').click();
      expect(await faults()).toEqual([]);
    });
  }
});
