/** The answer of an interface: {ok, status, body}. Without one, status is 0; the body is empty where it is no JSON. */
export async function ask(path, options = {}) {
  const answer = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers } }).catch(() => null);
  return { ok: Boolean(answer?.ok), status: answer?.status ?? 0, body: (await answer?.json().catch(() => null)) ?? {} };
}
