/** New ids and keys. On a page without TLS, away from this machine, browsers make no UUIDs. */
function random() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const newId = () => crypto.randomUUID?.() ?? random();
