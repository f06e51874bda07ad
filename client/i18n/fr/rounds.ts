// The French of the rounds: who sees what, how it is counted, and opening one.
import { str } from '@lit/localize';

export const rounds = {
  'rounds.counted': str`Règle de décompte : ${0}, c’est-à-dire ${1}.`,
  'rounds.detail.dots': str`Gommettes par votant : ${0}, une au plus par option.`,
  'rounds.detail.empty-cell':
    'Une case que personne n’a notée est laissée de côté, et son poids va aux autres cases de l’option.',
  'rounds.detail.implied': 'Votre classement des options découle de votre propre moyenne pondérée pour chacune.',
  'rounds.detail.must-have':
    'Une option dont la moyenne passe sous un seuil exigé est éliminée, et reste visible avec la raison.',
  'rounds.detail.quorum': str`Valable à partir de ${0} bulletins.`,
  'rounds.detail.stacking': str`Gommettes par votant : ${0}, autant que vous voulez sur une même option.`,
  'rounds.detail.threshold': str`Seuil : ${0} doigts sur 5.`,
  'rounds.detail.ties':
    'Une égalité est montrée comme une égalité. S’il faut un ordre, on regarde d’abord les duels, puis les écarts, puis les premières places, et enfin un tirage que chacun peut vérifier.',
  'rounds.detail.unknown': '« Ne sais pas » laisse la case hors des moyennes.',
  'rounds.detail.unranked': 'Ce que vous ne classez pas passe après tout ce que vous classez.',
  'rounds.honest.recorded':
    'Qui est dans la salle sans appareil peut faire saisir son bulletin par l’animation, qui le voit alors.',
  'rounds.honest.ballots':
    'Les bulletins entiers sont publiés : quelqu’un qui connaît quelques-unes de vos notes peut reconnaître le vôtre.',
  'rounds.honest.link':
    'À la clôture du tour, le lien entre vous et votre bulletin est détruit, sur le disque du serveur aussi.',
  'rounds.honest.named-open':
    'Tant que le tour est ouvert, tout le monde voit qui a terminé et personne ne voit ce que chacun a choisi.',
  'rounds.honest.named-server':
    'Qui administre le serveur ou copie son disque peut lire les bulletins avant la révélation.',
  'rounds.honest.not-from':
    'Cela ne protège ni de qui administre le serveur ou copie son disque pendant le tour, ni de tous les autres votants réunis.',
  'rounds.honest.receipt':
    'Vous recevez un reçu, un code court qui vous permet de voir que votre bulletin est compté. Vous pourriez aussi le montrer à quelqu’un : il ne protège donc pas des pressions.',
  'rounds.honest.three': 'Avec moins de trois bulletins, rien n’est révélé.',
  'rounds.honest.totals':
    'Dans un petit groupe, les totaux qui bougent peuvent trahir votre vote : on peut voir ce qui change au moment où vous votez, sur le coup et plus tard dans l’historique.',
  'rounds.how.approval': 'un bulletin approuve chaque option à laquelle sa propre moyenne pondérée donne 4 ou plus',
  'rounds.how.borda': 'une option reçoit un point pour chaque option qu’un bulletin place derrière elle',
  'rounds.how.copeland': 'les options sont comparées deux à deux, et celle qui gagne le plus de duels est en tête',
  'rounds.how.count': 'on compte les bulletins qui approuvent chaque option',
  'rounds.how.irv': 'l’option qui a le moins de premières places sort, et ses bulletins passent à leur choix suivant',
  'rounds.how.mean': 'la moyenne de chaque case, multipliée par le poids de son critère, sur une échelle de 0 à 100',
  'rounds.how.median':
    'la note médiane de chaque case, multipliée par le poids de son critère, sur une échelle de 0 à 100',
  'rounds.how.ranked-pairs':
    'les options sont comparées deux à deux, et les victoires les plus nettes sont retenues d’abord',
  'rounds.how.schulze':
    'les options sont comparées deux à deux, et celle qui a la plus forte chaîne de victoires est en tête',
  'rounds.how.share': 'la part moyenne des points de chaque critère',
  'rounds.how.star':
    'les deux options aux plus grandes sommes s’affrontent, et celle que préfère le plus de bulletins l’emporte',
  'rounds.how.sum': 'on additionne les gommettes de chaque option',
  'rounds.how.threshold': 'la proposition tient si personne ne montre moins de doigts que le seuil',
  'rounds.mean': 'Qu’est-ce que cela veut dire ?',
  'rounds.meaning.anonymous': 'Caché jusqu’à la révélation, et jamais de noms ; il faut au moins trois bulletins.',
  'rounds.meaning.live':
    'Les totaux bougent aux yeux de tous pendant le vote ; jamais de noms, mais les totaux peuvent trahir un vote.',
  'rounds.meaning.named': 'Caché jusqu’à la révélation, puis chacun voit chaque bulletin avec son nom.',
  'rounds.method-meaning.approval': 'Oui à autant d’options que l’on veut.',
  'rounds.method-meaning.consent': 'De 0 à 5 doigts sur une proposition, avec une raison sous 3.',
  'rounds.method-meaning.dots': 'Quelques gommettes par personne, posées sur des options : un tri rapide.',
  'rounds.method-meaning.ranking': 'Les options dans l’ordre, ex æquo et omissions permis.',
  'rounds.method-meaning.score': 'De 0 à 5, ou « ne sais pas », pour chaque option et chaque critère.',
  'rounds.method-meaning.weights':
    'Chacun répartit 100 points sur les critères, pour savoir combien chacun d’eux importe.',
  'rounds.method.approval': 'Approbation',
  'rounds.method.consent': 'Consentement',
  'rounds.method.dots': 'Gommettes',
  'rounds.method.ranking': 'Classement',
  'rounds.method.score': 'Notes',
  'rounds.method.weights': 'Poids',
  'rounds.rule.approval': 'Approbation (4 et plus)',
  'rounds.rule.borda': 'Borda',
  'rounds.rule.copeland': 'Copeland',
  'rounds.rule.count': 'Nombre d’approbations',
  'rounds.rule.irv': 'Vote alternatif',
  'rounds.rule.mean': 'Moyenne pondérée',
  'rounds.rule.median': 'Médiane',
  'rounds.rule.ranked-pairs': 'Paires ordonnées',
  'rounds.rule.schulze': 'Schulze',
  'rounds.rule.share': 'Part moyenne',
  'rounds.rule.star': 'STAR',
  'rounds.rule.sum': 'Somme des gommettes',
  'rounds.rule.threshold': 'Consentement',
  'rounds.secrecy.anonymous': 'Anonyme',
  'rounds.secrecy.live': 'En direct',
  'rounds.secrecy.named': 'Nominatif',
  'rounds.short.anonymous': 'anonyme avant et après la révélation',
  'rounds.short.live': 'les totaux bougent pendant le vote',
  'rounds.short.named': 'caché jusqu’à la révélation, puis avec les noms',
  'rounds.title': str`Tour ${0}`,
  'rounds.who.anonymous':
    'Tour anonyme : jusqu’à la révélation, chacun voit seulement combien ont voté ; après, seulement les totaux, jamais votre nom.',
  'rounds.who.anonymous-ballots':
    'Tour anonyme : jusqu’à la révélation, chacun voit seulement combien ont voté ; après, les totaux et chaque bulletin entier, sans nom.',
  'rounds.who.live': 'Tour en direct : chacun voit les totaux bouger et qui a terminé, jamais un bulletin avec un nom.',
  'rounds.who.live-ballots':
    'Tour en direct : chacun voit les totaux bouger et qui a terminé ; après la révélation, aussi chaque bulletin entier, sans nom.',
  'rounds.who.named':
    'Tour nominatif : jusqu’à la révélation, personne ne voit votre bulletin ; après, tout le monde le voit avec votre nom.',
};
