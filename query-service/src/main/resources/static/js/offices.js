/** The offices by name and zone, for pages that only have to name them. Asked for once per page. */
import { ask } from 'app/ask';

let asked = null;

/** id -> tile of /api/v1/live; empty if it could not be had, because a name is worth less than the page. */
export function officesById() {
  asked ??= ask('/api/v1/live').then(({ ok, body }) => new Map(ok ? body.offices.map((office) => [office.id, office]) : []));
  return asked;
}
