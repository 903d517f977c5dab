/**
 * A ticket of which the visitor holds the key: the id of the visit is made of the code, so that nobody has to keep the code and a desk without a
 * connection can hand one out. The same rule as TicketCode of the services.
 */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 25;
const GROUP = /.{5}(?=.)/g;

/** The code as it is printed, and the id under which the visitor arrives; null where the browser cannot digest, as without TLS. */
export async function newTicket() {
  if (!globalThis.crypto?.subtle) return null;
  const code = [...crypto.getRandomValues(new Uint8Array(LENGTH))].map((byte) => DIGITS[byte & 31]).join('');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  digest[6] = (digest[6] & 0x0f) | 0x80;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { code: code.replace(GROUP, '$&-'), visit: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}
