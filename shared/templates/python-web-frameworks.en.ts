// The words of the starter case in English.
import type { Words } from './python-web-frameworks.ts';

export const words: Words = {
  title: 'Which Python web framework?',
  question: 'Which Python web framework should our next microservices be built on?',
  summaries: {
    flask: 'small core, many extensions',
    django: 'full stack, batteries included',
    bottle: 'one file, nothing else',
    web2py: 'its own philosophy, graphical tools',
    cherrypy: 'pure Python WSGI, own server',
    pyramid: 'modular, you decide',
    twisted: 'asynchronous, every protocol',
    tornado: 'asynchronous, WebSocket inside',
    webpy: 'a thin wrapper over HTTP',
  },
  factLabels: {
    licence: 'Licence',
    'first-release': 'First release',
    requests: 'Serving requests',
    'builds-on': 'Builds on',
    needs: 'Needs',
    server: 'Server',
  },
  factValues: {
    'public-domain': 'Public domain',
    repoze: 'Repoze Public License (derived from BSD)',
    'since-1.0': '2011 (1.0), as the successor of repoze.bfg',
    wsgi: 'WSGI, synchronous',
    'wsgi-async-views': 'WSGI; async views since 2.0, one worker per request',
    'wsgi-asgi': 'WSGI or ASGI; async views since 3.1',
    'wsgi-threads': 'WSGI, on a server with a pool of threads',
    'event-loop': 'Its own event loop, the reactor',
    'event-loop-asyncio': 'Event loop, that of asyncio since 5.0',
    'standard-library': 'Nothing beyond the standard library',
    cheroot: 'Cheroot, a package of its own',
  },
  criteria: {
    'learning-curve': {
      name: 'Learning curve',
      description: 'How soon does a newcomer to it write something useful?',
      low: 'steep',
      high: 'gentle',
    },
    size: {
      name: 'Size and simplicity',
      description: 'How little is there to install, to read and to keep in mind?',
      low: 'heavy',
      high: 'light',
    },
    ecosystem: {
      name: 'Ecosystem and documentation',
      description: 'Extensions, documentation, answers online, people who know it.',
      low: 'thin',
      high: 'vast',
    },
    flexibility: {
      name: 'Flexibility',
      description: 'How freely can we choose the structure, the storage and the parts?',
      low: 'rigid',
      high: 'supple',
    },
    batteries: {
      name: 'Batteries included',
      description: 'What comes in the box: sign-in, ORM, migrations, templates, tools.',
      low: 'none',
      high: 'all there',
    },
    async: {
      name: 'Asynchronous and sockets',
      description: 'Many open connections, WebSocket, messages both ways.',
      low: 'absent',
      high: 'native',
    },
    performance: {
      name: 'Performance',
      description: 'How fast does it answer under load with nothing added?',
      low: 'slow',
      high: 'fast',
    },
    upkeep: {
      name: 'Upkeep',
      description: 'Is it maintained, and will it still be in five years?',
      low: 'abandoned',
      high: 'active',
    },
  },
  notes: {
    survey:
      'The arguments on this board come from a short survey of ways to build microservices in Python, put in our own words, each on the option or the cell that it speaks of. The facts beside the options are not from it and name their source.',
    'survey-date': 'The survey bears no date. Which of its judgements would you still sign today?',

    'flask-or-bottle':
      'Flask or Bottle? For Flask speak its documentation and its tools, for Bottle an application that fits into one file.',
    'flask-or-bottle-structure':
      'The way Flask suggests to lay out an application is minimalist and yet gives up none of its power.',
    'flask-or-bottle-pages': 'Serving HTML pages, or pages dressed with Bootstrap, takes little to get going.',
    'flask-or-bottle-prototypes': 'Excellent for quick prototypes: the useful tools already come in the package.',
    'flask-or-django':
      'Flask or Django? Both are usable Python frameworks, and on the whole they are more alike than different.',
    'flask-or-django-mvc':
      'Both follow the model–view–controller idea, so whoever moves from one to the other soon finds their bearings.',
    'flask-or-django-trade':
      'Flask has fewer features than Django; in return development is easier and leaves more freedom.',
    'flask-sites': 'A good size for small and medium sites.',
    'flask-custom':
      'The one to take when a site needs features of its own and nobody wants to carry the whole of Django for that.',
    'flask-light': 'Simple, light, minimalist.',
    'flask-between': 'In size it stands between Bottle and Django.',
    'flask-resources':
      'Its main advantage over Bottle: a wealth of resources online to learn from and to look things up in.',
    'flask-plugins': 'By now well equipped, thanks to its many third-party plugins.',
    'flask-cors':
      'flask_cors is an extension with one simple decorator for Flask routes: @cross_origin() written under @app.route(…) opens that one route to CORS, with the default options. https://flask-cors.readthedocs.io/',
    'flask-orm-or-sql':
      'An ORM or plain SQL: the choice is yours, and the extensive documentation has what you need to know for both.',
    'flask-supple': 'More flexible than Django: it imposes less.',
    'flask-fewer': 'Offers fewer features than Django.',
    'flask-socketio':
      'flask_socketio gives Flask applications low-latency messages in both directions between clients and server. https://flask-socketio.readthedocs.io/',
    'flask-socketio-clients':
      'A client keeps a permanent connection to the server with any SocketIO library, be it for JavaScript, Python, C++, Java or Swift, or with any other compatible client.',

    'django-best-known': 'The best-known Python framework.',
    'django-anything': 'There is hardly anything that cannot be made with it.',
    'django-complex': 'The one for a complex web site with a lot of custom logic.',
    'django-some-day': 'Whoever is serious about web programming in Python will have to learn it in the end.',
    'django-or-flask':
      'Against Flask: more on board, the same MVC logic, so that moving between the two is simple. The comparison goes on under Flask.',
    'django-learning': 'There is a great deal to learn before one gets productive with it.',
    'django-applications':
      'A fantastic ecosystem: whatever is needed, someone has already published a Django application for it.',
    'django-batteries':
      'Full stack, with “batteries included”: the common chores, such as authentication, URL routing or migrating database schemas, are made easier.',
    'django-speed-up': 'Templates, an ORM and a bootstrapping tool speed development up.',
    'django-fitted':
      'Its components are integrated with one another, which makes things easier than with a looser set such as Pyramid.',

    'bottle-one-file':
      'Its main advantage over Flask: it is distributed as one file. An application is in essence a single Python file, easy to share and to download.',
    'bottle-throwaway': 'Best kept for throwaway tests, very small sites and the like.',
    'bottle-teaching': 'Wonderful for teaching and for learning web programming.',
    'bottle-smallest': 'The smallest framework around: one single file.',
    'bottle-enough': 'Rather flexible: all that a web site needs is there, such as routing and templates.',

    'web2py-rival': 'Sets out to rival both Django and Flask, but with another philosophy.',
    'web2py-graphical': 'Comes with many graphical tools.',

    'cherrypy-wsgi': 'A WSGI framework in pure Python.',
    'cherrypy-server':
      'Its server can now be had separately. The advice of the survey: put Bottle, Flask or Django on that server, and forget the framework part.',
    'cherrypy-verbose': 'As a framework it is very verbose.',
    'cherrypy-performance': 'Very decent performance with nothing added.',

    'pyramid-rival': 'The strongest competitor of Django where features are concerned.',
    'pyramid-rather-django': 'All in all the author of the survey prefers Django.',
    'pyramid-taste': 'Still, all that Django does can be done with Pyramid: a matter of taste.',
    'pyramid-ecosystem': 'Django has the better documentation and a much larger ecosystem.',
    'pyramid-control': 'Much less monolithic and much more flexible than Django: you are in control.',

    'twisted-internet': 'Mind the word: a framework for the Internet, not for the Web.',
    'twisted-powerful': 'The most powerful framework of them all.',
    'twisted-api': 'Of all these APIs, the trickiest to get the hang of.',
    'twisted-protocols': 'HTTP, of course, but also SSH, IMAP, FTP and a good many more.',
    'twisted-async': 'Asynchronous by design.',
    'twisted-performance': 'Incredible performance.',

    'tornado-node':
      'More or less the only rival of Node.js today that is pure Python: no gevent, no extension, nothing of the kind.',
    'tornado-node-still': 'Is that still so, now that asyncio is part of Python’s standard library?',
    'tornado-api': 'The API is not wonderful, but not too complicated either.',
    'tornado-async': 'An asynchronous web framework.',
    'tornado-websocket': 'WebSocket works straight away.',
    'tornado-performance': 'Performance is good.',

    'webpy-syntax': 'Only for those who like its syntax.',
    'webpy-http': 'It feels like speaking HTTP directly, in a nice Python wrapper.',
    'webpy-old': 'Very old.',
  },
};
