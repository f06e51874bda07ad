// The starter boards: whole in both languages, within the bounds, and true to the survey that they are drawn from.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { COMMAND_FIELDS, questionSchema, titleSchema } from '../../../shared/board/commands.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { isId } from '../../../shared/ids.ts';
import { LANGUAGES } from '../../../shared/rejections.ts';
import type { Template } from '../../../shared/templates/template.ts';
import { TEMPLATES, TEMPLATE_IDS, templateOf } from '../../../shared/templates/templates.ts';
import { CLAIMS, OWN_NOTES } from './starter-claims.ts';

const en = templateOf('python-web-frameworks', 'en');
const fr = templateOf('python-web-frameworks', 'fr');

const optionAdd = z.strictObject(COMMAND_FIELDS['option.add']);
const criterionAdd = z.strictObject(COMMAND_FIELDS['criterion.add']);
const factSet = z.strictObject(COMMAND_FIELDS['fact.set']);
const noteAdd = z.strictObject(COMMAND_FIELDS['note.add']);

const noteOf = (id: string) => en.notes.find((note) => note.id === id);

/** Everything of a template but its words. */
const bones = ({ id, options, criteria, notes }: Template) => ({
  id,
  options: options.map((option) => ({
    id: option.id,
    name: option.name,
    url: option.url,
    sources: option.facts.map((fact) => [fact.source, fact.asOf]),
  })),
  criteria: criteria.map((criterion) => [criterion.id, criterion.weight, criterion.mustHave]),
  notes: notes.map(({ id: note, kind, target, parent }) => ({ note, kind, target, parent })),
});

const wordsOf = ({ title, question, options, criteria, notes }: Template): string[] => [
  title,
  question,
  ...options.flatMap(({ summary, facts }) => [summary, ...facts.flatMap(({ label, value }) => [label, value])]),
  ...criteria.flatMap(({ name, description, low, high }) => [name, description, low, high]),
  ...notes.map(({ text }) => text),
];

describe.each(TEMPLATE_IDS.flatMap((id) => LANGUAGES.map((language) => ({ id, language }))))(
  '$id in $language',
  (which) => {
    const template = templateOf(which.id, which.language);

    test('every part passes the schema of the command that would add it, unchanged', () => {
      expect(titleSchema.parse(template.title)).toBe(template.title);
      expect(questionSchema.parse(template.question)).toBe(template.question);
      for (const { id, facts, ...option } of template.options) {
        expect(optionAdd.parse({ ...option, option: id })).toEqual({ ...option, option: id });
        for (const fact of facts) expect(factSet.parse({ ...fact, option: id })).toEqual({ ...fact, option: id });
      }
      for (const { id, ...criterion } of template.criteria)
        expect(criterionAdd.parse({ ...criterion, criterion: id })).toEqual({ ...criterion, criterion: id });
      for (const { id, ...note } of template.notes)
        expect(noteAdd.parse({ ...note, note: id })).toEqual({ ...note, note: id });
    });

    test('counts stay within the bounds of a board', () => {
      expect(template.options.length).toBeLessThanOrEqual(BOUNDS.options);
      expect(template.criteria.length).toBeLessThanOrEqual(BOUNDS.criteria);
      expect(template.notes.length).toBeLessThanOrEqual(BOUNDS.notes);
      for (const { facts } of template.options) expect(facts.length).toBeLessThanOrEqual(BOUNDS.factsPerOption);
    });

    test('ids are valid and used once, and labels of facts once an option', () => {
      for (const list of [template.options, template.criteria, template.notes]) {
        const ids = list.map(({ id }) => id);
        expect(ids.every(isId)).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
      }
      for (const { facts } of template.options)
        expect(new Set(facts.map(({ label }) => label)).size).toBe(facts.length);
    });

    test('a reply follows its parent, on the same target, one level deep', () => {
      const seen: Template['notes'][number][] = [];
      for (const note of template.notes) {
        const parent = note.parent === undefined ? note : seen.find(({ id }) => id === note.parent);
        expect(parent?.target).toEqual(note.target);
        expect(parent === note || parent?.parent === undefined).toBe(true);
        seen.push(note);
      }
    });
  },
);

describe('the starter case', () => {
  test('has the nine options and the eight criteria in their order', () => {
    expect(en.options.map(({ name }) => name).join(' · ')).toBe(
      'Flask · Django · Bottle · web2py · CherryPy · Pyramid · Twisted · Tornado · web.py',
    );
    expect(en.options.map(({ id }) => id).join(' ')).toBe(
      'flask django bottle web2py cherrypy pyramid twisted tornado webpy',
    );
    expect(en.criteria.map(({ id }) => id).join(' ')).toBe(
      'learning-curve size ecosystem flexibility batteries async performance upkeep',
    );
  });

  test('differs between the languages in nothing but its words', () => {
    expect(bones(fr)).toEqual(bones(en));
  });

  test('has every target on the board', () => {
    const options = new Set(en.options.map(({ id }) => id));
    const criteria = new Set(en.criteria.map(({ id }) => id));
    const optionsNamed = en.notes.flatMap(({ target }) => ('option' in target ? [target.option] : []));
    const criteriaNamed = en.notes.flatMap(({ target }) => ('criterion' in target ? [target.criterion] : []));
    expect(optionsNamed.filter((id) => !options.has(id))).toEqual([]);
    expect(criteriaNamed.filter((id) => !criteria.has(id))).toEqual([]);
  });

  test('has summaries that fit the matrix and facts with a source and a date', () => {
    for (const { summary, facts } of [...en.options, ...fr.options]) {
      expect(summary.length).toBeLessThanOrEqual(40);
      for (const fact of facts)
        expect(fact).toMatchObject({ source: expect.stringMatching(/^https?:/), asOf: '2026-11' });
    }
  });

  test('has whole weights from 1 to 5 and one or two words at the ends of each scale', () => {
    for (const { weight, low, high } of [...en.criteria, ...fr.criteria]) {
      expect([1, 2, 3, 4, 5]).toContain(weight);
      expect(low.length).toBeLessThanOrEqual(12);
      expect(high.length).toBeLessThanOrEqual(12);
    }
  });

  test('puts the two Flask extensions as evidence on their cells', () => {
    expect(noteOf('flask-cors')).toMatchObject({
      kind: 'evidence',
      target: { kind: 'cell', option: 'flask', criterion: 'ecosystem' },
    });
    expect(noteOf('flask-socketio')).toMatchObject({
      kind: 'evidence',
      target: { kind: 'cell', option: 'flask', criterion: 'async' },
    });
  });
});

describe('the survey', () => {
  const texts = {
    en: new Map(en.notes.map(({ id, text }) => [id, text])),
    fr: new Map(fr.notes.map(({ id, text }) => [id, text])),
  };

  test.each(CLAIMS)('is carried by the board: $claim', (claim) => {
    for (const id of claim.notes) {
      expect(texts.en.get(id)).toMatch(claim.en);
      expect(texts.fr.get(id)).toMatch(claim.fr);
    }
  });

  test('is behind every note but our own', () => {
    const carried = new Set(CLAIMS.flatMap(({ notes }) => notes));
    expect(en.notes.map(({ id }) => id).filter((id) => !carried.has(id))).toEqual(OWN_NOTES);
  });
});

describe('French typography', () => {
  test.each(TEMPLATE_IDS)('is kept in %s', (id) => {
    for (const text of wordsOf(templateOf(id, 'fr'))) {
      expect(text).not.toMatch(/['"]/);
      expect(text).not.toMatch(/[^\u202F][;?!]/);
      expect(text.replaceAll(/https?:\/\/\S+/g, '')).not.toMatch(/[^\u00A0]:/);
      expect(text).not.toMatch(/«[^\u00A0]|[^\u00A0]»/);
    }
  });

  test('is not used in English', () => {
    for (const text of wordsOf(en)) expect(text).not.toMatch(/['"«»\u00A0\u202F]/);
  });
});

test('the list of templates names them in both languages', () => {
  expect(TEMPLATES.map(({ id }) => id)).toEqual(['blank', 'python-web-frameworks']);
  expect(TEMPLATES[1]).toMatchObject({
    title: { en: en.title, fr: fr.title },
    options: 9,
    criteria: 8,
    notes: en.notes.length,
  });
  expect(TEMPLATES[0]).toMatchObject({
    title: { en: 'New board', fr: 'Nouveau tableau' },
    options: 0,
    criteria: 0,
    notes: 0,
  });
});
