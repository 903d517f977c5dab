/** The offices by name and zone, for pages that only have to name them. Asked for once per page. */

let asked = null;

/** id -> tile of /api/v1/live; empty if it could not be had, because a name is worth less than the page. */
export function officesById() {
  asked ??= fetch('/api/v1/live', { headers: { Accept: 'application/json' } })
    .then((answer) => (answer.ok ? answer.json() : { offices: [] }))
    .catch(() => ({ offices: [] }))
    .then(({ offices }) => new Map(offices.map((office) => [office.id, office])));
  return asked;
}
