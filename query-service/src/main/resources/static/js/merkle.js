/** What a browser needs to check the seal by itself: leaves, proofs (RFC 6962, RFC 9162) and signed notes. Bytes in, answers out. */

const text = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextEncoder();

/** False where the browser refuses to compute: pages over plain HTTP from another machine. */
export const canHash = () => globalThis.crypto?.subtle !== undefined;

export function bytesOf(base64) {
  const plain = base64.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
}

export const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

async function sha256(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const hashOfLeaf = (entry) => sha256(LEAF, entry);
const hashOfNode = (left, right) => sha256(NODE, left, right);

/** What a receipt says: the canonical form of a sealed event, in base64url. Throws if it is none. */
export async function readReceipt(receipt) {
  const entry = bytesOf(receipt);
  const view = new DataView(entry.buffer);
  let at = 1;
  if (entry[0] !== 1) throw new Error('unknown form');
  const int64 = () => {
    at += 8;
    return Number(view.getBigInt64(at - 8));
  };
  const int32 = () => {
    at += 4;
    return view.getInt32(at - 4);
  };
  const word = () => {
    const length = int32();
    if (length < 0 || at + length > entry.length) throw new Error('cut off');
    at += length;
    return text.decode(entry.subarray(at - length, at));
  };
  const fields = { position: int64(), recordedAt: int64(), occurredAt: int64(), sequence: int64(), revision: int32(), id: word(), type: word(), stream: word() };
  const tags = int32();
  if (tags < 0) throw new Error('cut off');
  fields.tags = [];
  for (let i = 0; i < tags; i++) fields.tags.push(word());
  if (entry.length !== at + 64 || fields.position < 1) throw new Error('cut off');
  return { ...fields, leaf: await hashOfLeaf(entry) };
}

/** Whether the leaf stands at the position in the tree of this size and root (RFC 9162, 2.1.3.2). Positions may pass 2^32: no bit operations. */
export async function includes(leaf, position, size, proof, root) {
  let node = position - 1;
  let last = size - 1;
  if (node < 0 || node > last) return false;
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await hashOfNode(other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = await hashOfNode(hash, other);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(hash, root);
}

/** Whether the tree of the later size and root began as the former one (RFC 9162, 2.1.4.2). */
export async function consistent(formerSize, formerRoot, size, root, proof) {
  if (formerSize < 1 || formerSize > size) return false;
  if (formerSize === size) return proof.length === 0 && equal(formerRoot, root);
  let node = formerSize - 1;
  let last = size - 1;
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  const hashes = [...proof];
  // A whole subtree is its own first hash; the asker knows it.
  const first = Number.isInteger(Math.log2(formerSize)) ? formerRoot : hashes.shift();
  if (!first) return false;
  let former = first;
  let later = first;
  for (const other of hashes) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      former = await hashOfNode(other, former);
      later = await hashOfNode(other, later);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      later = await hashOfNode(later, other);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && equal(former, formerRoot) && equal(later, root);
}

/** The three lines of a checkpoint. */
export function readCheckpoint(note) {
  const [origin, size, root] = note.split('\n');
  return { origin, size: Number(size), root: bytesOf(root) };
}

/**
 * Whether the key (name+hash+base64) signed the checkpoint, which bears its name: true, false, or null where the browser has no Ed25519.
 */
export async function signedBy(key, note) {
  const name = key.slice(0, key.indexOf('+'));
  if (readCheckpoint(note).origin !== name) return false;
  const typed = bytesOf(key.slice(key.indexOf('+', name.length + 1) + 1));
  const id = (await sha256(utf8.encode(`${name}\n`), typed)).subarray(0, 4);
  const split = note.lastIndexOf('\n\n');
  let publicKey;
  try {
    publicKey = await crypto.subtle.importKey('raw', typed.subarray(1), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
  for (const line of note.slice(split + 2).split('\n')) {
    if (!line.startsWith(`— ${name} `)) continue;
    const signature = bytesOf(line.slice(name.length + 3));
    if (equal(signature.subarray(0, 4), id)) {
      return crypto.subtle.verify('Ed25519', publicKey, signature.subarray(4), utf8.encode(note.slice(0, split + 1)));
    }
  }
  return false;
}
