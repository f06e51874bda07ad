// The checklist of the starter case: every claim of the survey, the notes that carry it, and words they cannot carry it
// without, in English and in French.

export interface Claim {
  readonly claim: string;
  readonly notes: readonly string[];
  readonly en: RegExp;
  readonly fr: RegExp;
}

const says = (claim: string, notes: string, en: RegExp, fr: RegExp): Claim => ({
  claim,
  notes: notes.split(' '),
  en,
  fr,
});

const EXTENSIONS = [
  says(
    'flask_cors: a simple decorator for routes',
    'flask-cors',
    /simple decorator.*routes/,
    /simple décorateur.*routes/,
  ),
  says(
    'flask_cors: written under the route',
    'flask-cors',
    /@cross_origin\(\).*under @app\.route/,
    /@cross_origin\(\).*sous @app\.route/,
  ),
  says(
    'flask_cors: default options, one route',
    'flask-cors',
    /one route to CORS.*default/,
    /seule route au CORS.*par défaut/,
  ),
  says('flask_socketio: both directions', 'flask-socketio', /both directions.*server/, /deux sens.*serveur/),
  says('flask_socketio: low latency', 'flask-socketio', /low-latency/, /faible latence/),
  says('flask_socketio: JavaScript clients', 'flask-socketio-clients', /JavaScript/, /JavaScript/),
  says('flask_socketio: Python clients', 'flask-socketio-clients', /Python/, /Python/),
  says('flask_socketio: C++ clients', 'flask-socketio-clients', /C\+\+/, /C\+\+/),
  says('flask_socketio: Java clients', 'flask-socketio-clients', /Java\b/, /Java\b/),
  says('flask_socketio: Swift clients', 'flask-socketio-clients', /Swift/, /Swift/),
  says(
    'flask_socketio: any compatible client',
    'flask-socketio-clients',
    /any other compatible/,
    /tout autre.*compatible/,
  ),
  says(
    'flask_socketio: permanent connection',
    'flask-socketio-clients',
    /permanent connection/,
    /connecté.*permanence/,
  ),
];

const FLASK_AND_BOTTLE = [
  says('the two are compared', 'flask-or-bottle', /Flask or Bottle\?/, /Flask ou Bottle/),
  says(
    'Flask: many resources online',
    'flask-resources',
    /advantage over Bottle.*online/,
    /avantage sur Bottle.*en ligne/,
  ),
  says(
    'Flask: minimalist, keeps its power',
    'flask-or-bottle-structure',
    /minimalist.*power/,
    /minimaliste.*puissance/,
  ),
  says('Flask: the layout that it recommends', 'flask-or-bottle-structure', /suggests/, /conseille/),
  says('Flask: runs simply with HTML or Bootstrap', 'flask-or-bottle-pages', /HTML.*Bootstrap/, /HTML.*Bootstrap/),
  says('Flask: quick prototypes', 'flask-or-bottle-prototypes', /quick prototypes/, /prototype rapide/),
  says('Flask: useful tools in the package', 'flask-or-bottle-prototypes', /tools.*package/, /paquet.*outils/),
  says('Flask: ORM or SQL', 'flask-orm-or-sql', /ORM or plain SQL/, /ORM ou du SQL/),
  says('Flask: vast documentation on both', 'flask-orm-or-sql', /extensive documentation/, /ample documentation/),
  says(
    'Bottle: one file is its main advantage',
    'bottle-one-file',
    /main advantage.*one file/,
    /grand avantage.*seul fichier/,
  ),
  says(
    'Bottle: easy to share or download',
    'bottle-one-file',
    /easy to share and to download/,
    /facile à partager et à télécharger/,
  ),
  says('Bottle: flexible, has all a site needs', 'bottle-enough', /flexible.*all that/, /flexible.*tout ce/),
  says('Bottle: routing and templates', 'bottle-enough', /routing and templates/, /routage et les modèles/),
];

const FLASK_AND_DJANGO = [
  says('the two are usable and much alike', 'flask-or-django', /usable.*alike/, /utilisables.*proches/),
  says('both follow MVC', 'flask-or-django-mvc django-or-flask', /model–view–controller|MVC/, /MVC/),
  says('moving between them is simple', 'flask-or-django-mvc django-or-flask', /bearings|simple/, /repères|simple/),
  says('Django: full stack', 'django-batteries', /Full stack/, /Full-stack/),
  says('Django: batteries included', 'django-batteries', /“batteries included”/, /«\s*piles incluses\s*»/),
  says('Django: authentication', 'django-batteries', /authentication/, /authentification/),
  says('Django: URL routing', 'django-batteries', /URL routing/, /routage des URL/),
  says('Django: schema migrations', 'django-batteries', /migrating database schemas/, /migration du schéma/),
  says(
    'Django: templates, ORM and bootstrapping',
    'django-speed-up',
    /Templates.*ORM.*bootstrap/,
    /Templates.*ORM.*amorçage/,
  ),
  says('Django: these speed development up', 'django-speed-up', /speed/, /accélèrent/),
  says('Flask: simple, light, minimalist', 'flask-light', /Simple, light, minimalist/, /Simple, léger, minimaliste/),
  says('Flask: fewer features', 'flask-fewer flask-or-django-trade', /fewer features/, /[Mm]oins/),
  says('Flask: easier development', 'flask-or-django-trade', /easier/, /plus facilement/),
  says('Flask: more flexible', 'flask-supple', /More flexible/, /Plus souple/),
];

const SUMMARY = [
  says('Bottle: the smallest, one file', 'bottle-smallest', /smallest.*single file/, /plus petit.*seul fichier/),
  says('Bottle: throwaway tests, tiny sites', 'bottle-throwaway', /throwaway.*very small/, /jetables.*très petits/),
  says('Bottle: teaching and learning', 'bottle-teaching', /teaching.*learning/, /enseigner.*apprendre/),
  says('Django: the best known', 'django-best-known', /best-known/, /plus connu/),
  says('Django: does nearly anything', 'django-anything', /hardly anything/, /presque rien/),
  says(
    'Django: ecosystem, an app for everything',
    'django-applications',
    /ecosystem.*application/,
    /écosystème.*application/,
  ),
  says('Django: much to learn first', 'django-learning', /learn.*productive/, /apprendre.*productif/),
  says('Django: complex sites, custom logic', 'django-complex', /complex.*custom logic/, /complexes.*sur mesure/),
  says('Django: to be learnt in the end', 'django-some-day', /serious.*in the end/, /sérieusement.*finira/),
  says('Flask: between Bottle and Django', 'flask-between', /between Bottle and Django/, /entre Bottle et Django/),
  says('Flask: small and medium sites', 'flask-sites', /small and medium/, /petits et moyens/),
  says('Flask: many third-party plugins', 'flask-plugins', /third-party plugins/, /plugins tiers/),
  says(
    'Flask: custom features without all Django',
    'flask-custom',
    /of its own.*whole of Django/,
    /bien à lui.*tout Django/,
  ),
  says('web2py: rivals Django and Flask', 'web2py-rival', /Django and Flask/, /Django et avec Flask/),
  says('web2py: another philosophy', 'web2py-rival', /another philosophy/, /autre philosophie/),
  says('web2py: graphical tools', 'web2py-graphical', /graphical tools/, /outils graphiques/),
  says('CherryPy: WSGI in pure Python', 'cherrypy-wsgi', /WSGI.*pure Python/, /WSGI.*entièrement écrit en Python/),
  says(
    'CherryPy: decent performance as it is',
    'cherrypy-performance',
    /decent.*nothing added/,
    /sans rien de plus.*honorables/,
  ),
  says('CherryPy: its server stands alone', 'cherrypy-server', /server.*separately/, /serveur.*séparément/),
  says(
    'CherryPy: others on that server instead',
    'cherrypy-server',
    /Bottle, Flask or Django on that/,
    /Bottle, Flask ou Django sur ce/,
  ),
  says('CherryPy: verbose', 'cherrypy-verbose', /verbose/, /verbosité/),
  says('Pyramid: strongest rival in features', 'pyramid-rival', /strongest.*features/, /fonctionnalités.*plus sérieux/),
  says(
    'Pyramid: less monolithic, more flexible',
    'pyramid-control',
    /less monolithic.*more flexible/,
    /moins monolithique.*plus flexible/,
  ),
  says('Pyramid: you are in control', 'pyramid-control', /you are in control/, /vous qui tenez/),
  says('Django’s parts are integrated', 'django-fitted', /integrated.*Pyramid/, /intégrés.*Pyramid/),
  says('Django’s documentation is better', 'pyramid-ecosystem', /better documentation/, /meilleure documentation/),
  says('Django’s ecosystem is much larger', 'pyramid-ecosystem', /larger ecosystem/, /écosystème bien plus vaste/),
  says('the author prefers Django', 'pyramid-rather-django', /prefers Django/, /préfère Django/),
  says(
    'Pyramid does all Django does; taste',
    'pyramid-taste',
    /all that Django does.*taste/,
    /tout ce que fait Django.*goût/,
  ),
  says('Twisted: asynchronous', 'twisted-async', /Asynchronous/, /Asynchrone/),
  says('Twisted: Internet, not Web', 'twisted-internet', /Internet, not for the Web/, /Internet, pas pour le Web/),
  says('Twisted: HTTP', 'twisted-protocols', /HTTP/, /HTTP/),
  says('Twisted: SSH', 'twisted-protocols', /SSH/, /SSH/),
  says('Twisted: IMAP', 'twisted-protocols', /IMAP/, /IMAP/),
  says('Twisted: FTP', 'twisted-protocols', /FTP/, /FTP/),
  says('Twisted: and more', 'twisted-protocols', /many more/, /bien d’autres/),
  says('Twisted: the most powerful', 'twisted-powerful', /most powerful/, /Aucun autre.*puissance/),
  says('Twisted: incredible performance', 'twisted-performance', /Incredible/, /hors du commun/),
  says('Twisted: the trickiest API', 'twisted-api', /trickiest/, /plus difficile/),
  says('Tornado: asynchronous web framework', 'tornado-async', /asynchronous web/, /web asynchrone/),
  says('Tornado: only rival of Node.js', 'tornado-node', /only rival of Node\.js/, /seul rival.*Node\.js/),
  says(
    'Tornado: pure Python, no gevent',
    'tornado-node',
    /pure Python: no gevent, no extension/,
    /pur Python.*ni gevent, ni extension/,
  ),
  says(
    'Tornado: a middling API',
    'tornado-api',
    /not wonderful, but not too complicated/,
    /rien de merveilleux, sans être trop compliquée/,
  ),
  says('Tornado: good performance', 'tornado-performance', /good/, /bonnes/),
  says('Tornado: WebSocket at once', 'tornado-websocket', /WebSocket works/, /WebSocket marche/),
  says('web.py: very old', 'webpy-old', /Very old/, /Très ancien/),
  says('web.py: only for its syntax', 'webpy-syntax', /Only.*syntax/, /Seulement.*syntaxe/),
  says(
    'web.py: HTTP itself, nicely wrapped',
    'webpy-http',
    /HTTP directly.*Python wrapper/,
    /HTTP directement.*emballage Python/,
  ),
];

export const CLAIMS: readonly Claim[] = [...EXTENSIONS, ...FLASK_AND_BOTTLE, ...FLASK_AND_DJANGO, ...SUMMARY];

/** Notes that are ours and say nothing that the survey says. */
export const OWN_NOTES = ['survey', 'survey-date', 'tornado-node-still'];
