// The words of the starter case in French.
import type { Words } from './python-web-frameworks.ts';

export const words: Words = {
  title: 'Quel framework web Python ?',
  question: 'Sur quel framework web Python bâtir nos prochains microservices ?',
  summaries: {
    flask: 'petit noyau, beaucoup d’extensions',
    django: 'complet, piles incluses',
    bottle: 'un fichier, rien de plus',
    web2py: 'philosophie à part, outils graphiques',
    cherrypy: 'WSGI pur Python, avec son serveur',
    pyramid: 'modulaire, c’est vous qui décidez',
    twisted: 'asynchrone, tous les protocoles',
    tornado: 'asynchrone, WebSocket d’emblée',
    webpy: 'une fine enveloppe autour de HTTP',
  },
  factLabels: {
    licence: 'Licence',
    'first-release': 'Première version',
    requests: 'Traitement des requêtes',
    'builds-on': 'S’appuie sur',
    needs: 'Dépendances',
    server: 'Serveur',
  },
  factValues: {
    'public-domain': 'Domaine public',
    repoze: 'Repoze Public License (dérivée de BSD)',
    'since-1.0': '2011 (1.0), à la suite de repoze.bfg',
    wsgi: 'WSGI, synchrone',
    'wsgi-async-views': 'WSGI ; vues async depuis la 2.0, un worker par requête',
    'wsgi-asgi': 'WSGI ou ASGI ; vues async depuis la 3.1',
    'wsgi-threads': 'WSGI, sur un serveur à pool de threads',
    'event-loop': 'Sa propre boucle d’événements, le « reactor »',
    'event-loop-asyncio': 'Boucle d’événements, celle d’asyncio depuis la 5.0',
    'standard-library': 'Aucune hors de la bibliothèque standard',
    cheroot: 'Cheroot, un paquet à part',
  },
  criteria: {
    'learning-curve': {
      name: 'Courbe d’apprentissage',
      description: 'En combien de temps quelqu’un qui le découvre en tire-t-il quelque chose d’utile ?',
      low: 'raide',
      high: 'douce',
    },
    size: {
      name: 'Taille et simplicité',
      description: 'Y a-t-il peu à installer, peu à lire, peu à garder en tête ?',
      low: 'lourd',
      high: 'léger',
    },
    ecosystem: {
      name: 'Écosystème et documentation',
      description: 'Extensions, documentation, réponses en ligne, personnes qui le connaissent.',
      low: 'maigre',
      high: 'foisonnant',
    },
    flexibility: {
      name: 'Souplesse',
      description: 'Sommes-nous libres de choisir la structure, le stockage et les composants ?',
      low: 'rigide',
      high: 'souple',
    },
    batteries: {
      name: 'Piles incluses',
      description: 'Ce qui est fourni d’origine : authentification, ORM, migrations, templates, outils.',
      low: 'rien',
      high: 'tout y est',
    },
    async: {
      name: 'Asynchrone et sockets',
      description: 'Nombreuses connexions ouvertes, WebSocket, messages dans les deux sens.',
      low: 'absent',
      high: 'natif',
    },
    performance: {
      name: 'Performances',
      description: 'À quelle vitesse répond-il sous la charge, sans rien y ajouter ?',
      low: 'lent',
      high: 'rapide',
    },
    upkeep: {
      name: 'Maintenance',
      description: 'Est-il entretenu, et le sera-t-il encore dans cinq ans ?',
      low: 'à l’abandon',
      high: 'active',
    },
  },
  notes: {
    survey:
      'Les arguments de ce tableau viennent d’un court tour d’horizon des microservices en Python, redits avec nos mots et posés chacun sur l’option ou la case dont il parle. Les faits affichés à côté des options n’en sont pas tirés et citent leur source.',
    'survey-date': 'Ce tour d’horizon n’est pas daté. Lesquels de ses jugements signeriez-vous encore aujourd’hui ?',

    'flask-or-bottle':
      'Flask ou Bottle ? Flask a pour lui sa documentation et ses outils, Bottle une application qui tient dans un fichier.',
    'flask-or-bottle-structure': 'L’organisation que Flask conseille est minimaliste, sans rien céder de sa puissance.',
    'flask-or-bottle-pages': 'Servir des pages HTML, avec ou sans Bootstrap, demande très peu de mise en place.',
    'flask-or-bottle-prototypes':
      'Parfait pour un prototype rapide : le paquet contient déjà les outils dont on a besoin.',
    'flask-or-django':
      'Flask ou Django ? Deux frameworks Python tout à fait utilisables, et plus proches que différents.',
    'flask-or-django-mvc': 'Tous deux suivent le modèle MVC : qui passe de l’un à l’autre retrouve vite ses repères.',
    'flask-or-django-trade':
      'Flask en fait moins que Django ; en échange, on développe plus facilement et plus librement.',
    'flask-sites': 'À la bonne taille pour les sites petits et moyens.',
    'flask-custom':
      'À prendre quand le site a des besoins bien à lui et que personne ne veut embarquer tout Django pour cela.',
    'flask-light': 'Simple, léger, minimaliste.',
    'flask-between': 'Par la taille, il se situe entre Bottle et Django.',
    'flask-resources':
      'Son grand avantage sur Bottle : en ligne, une foule de ressources pour apprendre et pour se documenter.',
    'flask-plugins': 'Désormais bien outillé, grâce à ses nombreux plugins tiers.',
    'flask-cors':
      'flask_cors est une extension qui tient en un simple décorateur de routes Flask : @cross_origin(), écrit sous @app.route(…), ouvre cette seule route au CORS avec ses options par défaut. https://flask-cors.readthedocs.io/',
    'flask-orm-or-sql':
      'Un ORM ou du SQL : à vous de choisir, l’ample documentation dit tout ce qu’il faut savoir sur les deux.',
    'flask-supple': 'Plus souple que Django : il impose moins de choses.',
    'flask-fewer': 'Moins fourni que Django en fonctionnalités.',
    'flask-socketio':
      'flask_socketio apporte aux applications Flask des échanges dans les deux sens entre clients et serveur, avec une faible latence. https://flask-socketio.readthedocs.io/',
    'flask-socketio-clients':
      'Le client reste connecté au serveur en permanence, avec la bibliothèque SocketIO de son choix, que ce soit en C++, Java, JavaScript, Python ou Swift, ou avec tout autre logiciel compatible.',

    'django-best-known': 'Aucun framework Python n’est plus connu.',
    'django-anything': 'Il n’y a presque rien qu’on ne puisse faire avec.',
    'django-complex': 'Celui des sites web complexes, où presque toute la logique est faite sur mesure.',
    'django-some-day': 'Qui veut faire sérieusement du web en Python finira par devoir l’apprendre.',
    'django-or-flask':
      'Face à Flask : plus de choses à bord, la même logique MVC, si bien que passer de l’un à l’autre est simple. La comparaison se poursuit sous Flask.',
    'django-learning': 'Il faut apprendre énormément avant d’être productif.',
    'django-applications':
      'Un écosystème fantastique : quel que soit le besoin, un tiers a déjà publié l’application Django qui y répond.',
    'django-batteries':
      'Full-stack et « piles incluses » : routage des URL, authentification, migration du schéma de la base, les tâches courantes en sont facilitées.',
    'django-speed-up': 'Templates, ORM et outil d’amorçage de projet accélèrent le développement.',
    'django-fitted':
      'Ses composants sont intégrés les uns aux autres, ce qui simplifie la vie par rapport à un assemblage plus libre comme Pyramid.',

    'bottle-one-file':
      'Son grand avantage sur Flask : il se distribue en un seul fichier. Une application est pour l’essentiel un unique fichier Python, facile à partager et à télécharger.',
    'bottle-throwaway': 'À réserver aux tests jetables, aux très petits sites et à ce genre d’usages.',
    'bottle-teaching': 'Merveilleux pour enseigner la programmation web, et pour l’apprendre.',
    'bottle-smallest': 'Le plus petit de tous : un seul fichier.',
    'bottle-enough':
      'Assez flexible : tout ce qu’il faut à un site web est là, par exemple le routage et les modèles de page.',

    'web2py-rival': 'Veut rivaliser à la fois avec Django et avec Flask, mais selon une autre philosophie.',
    'web2py-graphical': 'Les outils graphiques y sont nombreux.',

    'cherrypy-wsgi': 'Un framework WSGI entièrement écrit en Python.',
    'cherrypy-server':
      'Son serveur s’emploie maintenant séparément. Le conseil donné : faire tourner Bottle, Flask ou Django sur ce serveur et laisser de côté la partie framework.',
    'cherrypy-verbose': 'Comme framework, il est d’une grande verbosité.',
    'cherrypy-performance': 'Tel quel, sans rien de plus, il affiche déjà des performances fort honorables.',

    'pyramid-rival': 'Pour les fonctionnalités, le concurrent le plus sérieux de Django.',
    'pyramid-rather-django': 'Tout compte fait, l’auteur du tour d’horizon préfère Django.',
    'pyramid-taste': 'Cela dit, tout ce que fait Django se fait aussi avec Pyramid : affaire de goût.',
    'pyramid-ecosystem': 'Django a une meilleure documentation et un écosystème bien plus vaste.',
    'pyramid-control': 'Bien moins monolithique et bien plus flexible que Django : c’est vous qui tenez les commandes.',

    'twisted-internet': 'Le mot compte : un framework pour Internet, pas pour le Web.',
    'twisted-powerful': 'Aucun autre n’a autant de puissance.',
    'twisted-api': 'De toutes ces API, c’est la plus difficile à apprivoiser.',
    'twisted-protocols': 'HTTP, évidemment, et avec lui FTP, IMAP, SSH et bien d’autres protocoles.',
    'twisted-async': 'Asynchrone par nature.',
    'twisted-performance': 'Des performances hors du commun.',

    'tornado-node':
      'Pour ainsi dire le seul rival actuel de Node.js en pur Python : ni gevent, ni extension, ni rien de ce genre.',
    'tornado-node-still': 'Est-ce encore vrai depuis qu’asyncio fait partie de la bibliothèque standard de Python ?',
    'tornado-api': 'L’API n’a rien de merveilleux, sans être trop compliquée.',
    'tornado-async': 'Un framework web asynchrone.',
    'tornado-websocket': 'WebSocket marche sans rien préparer.',
    'tornado-performance': 'De bonnes performances.',

    'webpy-syntax': 'Seulement pour qui aime sa syntaxe.',
    'webpy-http': 'On croirait parler HTTP directement, dans un joli emballage Python.',
    'webpy-old': 'Très ancien.',
  },
};
