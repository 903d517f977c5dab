package io.dovira.eventstore.tlog;

import java.util.Iterator;
import java.util.List;

/** Checks proofs as RFC 9162, 2.1.3.2 and 2.1.4.2, tells. Trees and proofs are those of RFC 6962. */
public final class Proofs {

    private Proofs() {}

    /** Whether the leaf stands at the index, from 0, in the tree of this size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash other : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(other, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hash.node(hash, other);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of the later size and root began as the tree of the former. */
    public static boolean consistent(long formerSize, Hash formerRoot, long size, Hash root, List<Hash> proof) {
        if (formerSize < 0 || formerSize > size) {
            return false;
        }
        if (formerSize == 0) {
            return proof.isEmpty() && formerRoot.equals(Hash.ofNothing());
        }
        if (formerSize == size) {
            return proof.isEmpty() && formerRoot.equals(root);
        }
        Iterator<Hash> hashes = proof.iterator();
        boolean whole = Long.bitCount(formerSize) == 1;
        if (!whole && !hashes.hasNext()) {
            return false;
        }
        long node = formerSize - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        Hash former = whole ? formerRoot : hashes.next();
        Hash later = former;
        while (hashes.hasNext()) {
            Hash other = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                former = Hash.node(other, former);
                later = Hash.node(other, later);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                later = Hash.node(later, other);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && former.equals(formerRoot) && later.equals(root);
    }
}
