// The starter case without its words: options, facts, criteria and where every argument of the survey stands.
// The words are in one file a language; a missing one does not compile.
import type { Fact, NoteKind, Target } from '../board/board.ts';
import type { Template, TemplateCriterion, TemplateNote, TemplateOption } from './template.ts';

/** When the facts were looked up. */
const AS_OF = '2026-11';

type FactLabel = 'licence' | 'first-release' | 'requests' | 'builds-on' | 'needs' | 'server';
type FactWord =
  | 'public-domain'
  | 'repoze'
  | 'since-1.0'
  | 'wsgi'
  | 'wsgi-async-views'
  | 'wsgi-asgi'
  | 'wsgi-threads'
  | 'event-loop'
  | 'event-loop-asyncio'
  | 'standard-library'
  | 'cheroot';

/** A value that reads the same in every language, or the name of one that does not. */
type FactValue = string | { readonly word: FactWord };

interface OptionPlace {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly facts: readonly (readonly [label: FactLabel, value: FactValue, source?: string])[];
}

const word = (name: FactWord) => ({ word: name });

const OPTIONS = [
  {
    id: 'flask',
    name: 'Flask',
    url: 'https://flask.palletsprojects.com/',
    facts: [
      ['licence', 'BSD-3-Clause', 'https://flask.palletsprojects.com/en/stable/license/'],
      ['first-release', '2010', 'https://flask.palletsprojects.com/en/stable/changes/'],
      ['requests', word('wsgi-async-views'), 'https://flask.palletsprojects.com/en/stable/async-await/'],
      ['builds-on', 'Werkzeug, Jinja'],
    ],
  },
  {
    id: 'django',
    name: 'Django',
    url: 'https://www.djangoproject.com/',
    facts: [
      ['licence', 'BSD-3-Clause'],
      ['first-release', '2005'],
      ['requests', word('wsgi-asgi'), 'https://docs.djangoproject.com/en/stable/topics/async/'],
    ],
  },
  {
    id: 'bottle',
    name: 'Bottle',
    url: 'https://bottlepy.org/',
    facts: [
      ['licence', 'MIT'],
      ['first-release', '2009'],
      ['requests', word('wsgi')],
      ['needs', word('standard-library')],
    ],
  },
  {
    id: 'web2py',
    name: 'web2py',
    url: 'http://www.web2py.com/',
    facts: [
      ['licence', 'LGPL-3.0'],
      ['first-release', '2007'],
      ['requests', word('wsgi')],
    ],
  },
  {
    id: 'cherrypy',
    name: 'CherryPy',
    url: 'https://cherrypy.dev/',
    facts: [
      ['licence', 'BSD-3-Clause'],
      ['first-release', '2002'],
      ['requests', word('wsgi-threads')],
      ['server', word('cheroot')],
    ],
  },
  {
    id: 'pyramid',
    name: 'Pyramid',
    url: 'https://trypyramid.com/',
    facts: [
      ['licence', word('repoze')],
      [
        'first-release',
        word('since-1.0'),
        'https://docs.pylonsproject.org/projects/pyramid/en/latest/whatsnew-1.0.html',
      ],
      ['requests', word('wsgi')],
    ],
  },
  {
    id: 'twisted',
    name: 'Twisted',
    url: 'https://twisted.org/',
    facts: [
      ['licence', 'MIT'],
      ['requests', word('event-loop'), 'https://docs.twisted.org/'],
    ],
  },
  {
    id: 'tornado',
    name: 'Tornado',
    url: 'https://www.tornadoweb.org/',
    facts: [
      ['licence', 'Apache-2.0'],
      ['first-release', '2009'],
      ['requests', word('event-loop-asyncio')],
    ],
  },
  {
    id: 'webpy',
    name: 'web.py',
    url: 'https://webpy.org/',
    facts: [
      ['licence', word('public-domain')],
      ['first-release', '2006'],
      ['requests', word('wsgi')],
    ],
  },
] as const satisfies readonly OptionPlace[];

const CRITERIA = [
  { id: 'learning-curve', weight: 3 },
  { id: 'size', weight: 2 },
  { id: 'ecosystem', weight: 4 },
  { id: 'flexibility', weight: 3 },
  { id: 'batteries', weight: 2 },
  { id: 'async', weight: 3 },
  { id: 'performance', weight: 2 },
  { id: 'upkeep', weight: 4 },
] as const;

type OptionId = (typeof OPTIONS)[number]['id'];
type CriterionId = (typeof CRITERIA)[number]['id'];

/** `on`: nothing for the board, an option, or the cell of an option and a criterion. */
interface NotePlace {
  readonly id: string;
  readonly kind: NoteKind;
  readonly on: readonly [] | readonly [OptionId] | readonly [OptionId, CriterionId];
  readonly parent?: string;
}

const NOTES = [
  { id: 'survey', kind: 'note', on: [] },
  { id: 'survey-date', kind: 'question', on: [], parent: 'survey' },

  { id: 'flask-or-bottle', kind: 'question', on: ['flask'] },
  { id: 'flask-or-bottle-structure', kind: 'pro', on: ['flask'], parent: 'flask-or-bottle' },
  { id: 'flask-or-bottle-pages', kind: 'pro', on: ['flask'], parent: 'flask-or-bottle' },
  { id: 'flask-or-bottle-prototypes', kind: 'pro', on: ['flask'], parent: 'flask-or-bottle' },
  { id: 'flask-or-django', kind: 'question', on: ['flask'] },
  { id: 'flask-or-django-mvc', kind: 'note', on: ['flask'], parent: 'flask-or-django' },
  { id: 'flask-or-django-trade', kind: 'pro', on: ['flask'], parent: 'flask-or-django' },
  { id: 'flask-sites', kind: 'pro', on: ['flask'] },
  { id: 'flask-custom', kind: 'pro', on: ['flask'] },
  { id: 'flask-light', kind: 'pro', on: ['flask', 'size'] },
  { id: 'flask-between', kind: 'note', on: ['flask', 'size'] },
  { id: 'flask-resources', kind: 'pro', on: ['flask', 'ecosystem'] },
  { id: 'flask-plugins', kind: 'pro', on: ['flask', 'ecosystem'] },
  { id: 'flask-cors', kind: 'evidence', on: ['flask', 'ecosystem'] },
  { id: 'flask-orm-or-sql', kind: 'pro', on: ['flask', 'flexibility'] },
  { id: 'flask-supple', kind: 'pro', on: ['flask', 'flexibility'] },
  { id: 'flask-fewer', kind: 'con', on: ['flask', 'batteries'] },
  { id: 'flask-socketio', kind: 'evidence', on: ['flask', 'async'] },
  { id: 'flask-socketio-clients', kind: 'evidence', on: ['flask', 'async'], parent: 'flask-socketio' },

  { id: 'django-best-known', kind: 'pro', on: ['django'] },
  { id: 'django-anything', kind: 'pro', on: ['django'] },
  { id: 'django-complex', kind: 'pro', on: ['django'] },
  { id: 'django-some-day', kind: 'note', on: ['django'] },
  { id: 'django-or-flask', kind: 'note', on: ['django'] },
  { id: 'django-learning', kind: 'con', on: ['django', 'learning-curve'] },
  { id: 'django-applications', kind: 'pro', on: ['django', 'ecosystem'] },
  { id: 'django-batteries', kind: 'pro', on: ['django', 'batteries'] },
  { id: 'django-speed-up', kind: 'pro', on: ['django', 'batteries'] },
  { id: 'django-fitted', kind: 'pro', on: ['django', 'batteries'] },

  { id: 'bottle-one-file', kind: 'pro', on: ['bottle'] },
  { id: 'bottle-throwaway', kind: 'note', on: ['bottle'] },
  { id: 'bottle-teaching', kind: 'pro', on: ['bottle', 'learning-curve'] },
  { id: 'bottle-smallest', kind: 'pro', on: ['bottle', 'size'] },
  { id: 'bottle-enough', kind: 'pro', on: ['bottle', 'flexibility'] },

  { id: 'web2py-rival', kind: 'note', on: ['web2py'] },
  { id: 'web2py-graphical', kind: 'pro', on: ['web2py', 'batteries'] },

  { id: 'cherrypy-wsgi', kind: 'note', on: ['cherrypy'] },
  { id: 'cherrypy-server', kind: 'con', on: ['cherrypy'] },
  { id: 'cherrypy-verbose', kind: 'con', on: ['cherrypy', 'size'] },
  { id: 'cherrypy-performance', kind: 'pro', on: ['cherrypy', 'performance'] },

  { id: 'pyramid-rival', kind: 'pro', on: ['pyramid'] },
  { id: 'pyramid-rather-django', kind: 'con', on: ['pyramid'] },
  { id: 'pyramid-taste', kind: 'note', on: ['pyramid'], parent: 'pyramid-rather-django' },
  { id: 'pyramid-ecosystem', kind: 'con', on: ['pyramid', 'ecosystem'] },
  { id: 'pyramid-control', kind: 'pro', on: ['pyramid', 'flexibility'] },

  { id: 'twisted-internet', kind: 'note', on: ['twisted'] },
  { id: 'twisted-powerful', kind: 'pro', on: ['twisted'] },
  { id: 'twisted-api', kind: 'con', on: ['twisted', 'learning-curve'] },
  { id: 'twisted-protocols', kind: 'pro', on: ['twisted', 'flexibility'] },
  { id: 'twisted-async', kind: 'pro', on: ['twisted', 'async'] },
  { id: 'twisted-performance', kind: 'pro', on: ['twisted', 'performance'] },

  { id: 'tornado-node', kind: 'pro', on: ['tornado'] },
  { id: 'tornado-node-still', kind: 'question', on: ['tornado'], parent: 'tornado-node' },
  { id: 'tornado-api', kind: 'note', on: ['tornado', 'learning-curve'] },
  { id: 'tornado-async', kind: 'pro', on: ['tornado', 'async'] },
  { id: 'tornado-websocket', kind: 'pro', on: ['tornado', 'async'] },
  { id: 'tornado-performance', kind: 'pro', on: ['tornado', 'performance'] },

  { id: 'webpy-syntax', kind: 'con', on: ['webpy'] },
  { id: 'webpy-http', kind: 'pro', on: ['webpy', 'size'] },
  { id: 'webpy-old', kind: 'risk', on: ['webpy', 'upkeep'] },
] as const satisfies readonly NotePlace[];

/** Everything of this board that is said differently in another language. */
export interface Words {
  readonly title: string;
  readonly question: string;
  readonly summaries: Readonly<Record<OptionId, string>>;
  readonly factLabels: Readonly<Record<FactLabel, string>>;
  readonly factValues: Readonly<Record<FactWord, string>>;
  readonly criteria: Readonly<Record<CriterionId, Readonly<Record<'name' | 'description' | 'low' | 'high', string>>>>;
  readonly notes: Readonly<Record<(typeof NOTES)[number]['id'], string>>;
}

const optionsIn = (words: Words): TemplateOption[] =>
  OPTIONS.map(({ id, name, url, facts }) => ({
    id,
    name,
    summary: words.summaries[id],
    url,
    facts: facts.map(([label, value, source]): Fact => {
      const text = typeof value === 'string' ? value : words.factValues[value.word];
      return { label: words.factLabels[label], value: text, source: source ?? url, asOf: AS_OF };
    }),
  }));

function targetOf([option, criterion]: NotePlace['on']): Target {
  if (option === undefined) return { kind: 'board' };
  return criterion === undefined ? { kind: 'option', option } : { kind: 'cell', option, criterion };
}

export const pythonWebFrameworks = (words: Words): Template => ({
  id: 'python-web-frameworks',
  title: words.title,
  question: words.question,
  options: optionsIn(words),
  criteria: CRITERIA.map(({ id, weight }): TemplateCriterion => ({ id, ...words.criteria[id], weight })),
  notes: NOTES.map((note): TemplateNote => ({
    id: note.id,
    target: targetOf(note.on),
    kind: note.kind,
    text: words.notes[note.id],
    ...('parent' in note && { parent: note.parent }),
  })),
});
