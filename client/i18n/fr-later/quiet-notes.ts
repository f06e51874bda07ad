// The French of notes that are held back and redacted, which come later than a first visit.
import { str } from '@lit/localize';

export const quietLater = {
  'silent.write-signed': 'Écrire en silence : vue de personne avant la révélation, puis avec votre nom',
  'silent.write-unsigned': 'Écrire en silence : vue de personne avant la révélation, puis sans nom',
  'silent.unsigned-note': str`${0} · sans nom`,
  'silent.hold': 'Garder',
  'silent.heading': 'Gardé jusqu’à la révélation',
  'silent.only-you': 'Personne d’autre que vous ne voit ceci.',
  'silent.discard': 'Jeter',
  'silent.nobody': 'Sans nom',
  'redact.menu': 'Caviarder…',
  'redact.heading': 'Caviarder cette remarque pour de bon ?',
  'redact.meaning':
    'Le texte disparaît pour tout le monde et pour de bon : du tableau, de son historique, des exports et du disque du serveur. Les réponses restent. C’est irréversible.',
  'redact.limits': 'Les sauvegardes, les fichiers déjà exportés et ce dont on se souvient restent hors d’atteinte.',
  'redact.act': 'Caviarder pour de bon',
  'redact.over': 'Texte caviardé',
  'redact.waiting': 'En route…',
  'redact.done': 'Le texte a disparu.',
  'redact.proof':
    'Le texte a disparu. Il en reste une empreinte. Qui garde ce sel avec le texte peut prouver plus tard ce qui était écrit ; il n’est montré que maintenant et n’est conservé nulle part.',
  'redact.salt': 'Sel',
  'redact.salt-and-text': 'Sel et texte, dont le SHA-256 est l’empreinte',
  'redact.close': 'Fermer',
  'redact.fingerprint': 'Empreinte du texte et de son sel',
  'redact.on': str`Texte caviardé le ${0}.`,
  'redact.by-on': str`Texte caviardé par ${0} le ${1}.`,
};
