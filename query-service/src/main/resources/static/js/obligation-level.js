/** How the state of an obligation is shown: shape and colour of the board's states. */
export const LEVEL = { OPEN: 'ok', PAUSED: 'quiet', DUE_SOON: 'warning', OVERDUE: 'critical', BREACHED: 'critical', MET: 'ok', MET_LATE: 'warning', LAPSED: 'quiet' };
