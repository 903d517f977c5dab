/** To which position what the page shows is complete, and how far behind the log that is. */
import { say } from 'app/dom';
import { number, position } from 'app/format';
import { t } from 'app/text';

/** A message of the stream: its position, and the last one of the log. */
export function complete({ position: at, head }) {
  const behind = head === undefined ? 0 : head - at;
  say(document.getElementById('complete'), behind > 0 ? t('board.behind', position(at), number(behind)) : t('board.complete', position(at)));
}
