// The watched door of a board, from both sides.
import './waiting-card.ts';
import './waiting-notice.ts';
