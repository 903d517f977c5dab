#!/usr/bin/env python3
"""Copies the database of the log from one MongoDB to another, byte for byte, and compares.

    copy-log.py FROM TO [DATABASE, default dovira_log]

Nothing may write on either side meanwhile. Cut off, it goes on where it was. Needs pymongo.
"""
import hashlib
import sys

from bson.codec_options import CodecOptions
from bson.raw_bson import RawBSONDocument
from pymongo import MongoClient, WriteConcern

BATCH = 1000
RAW = CodecOptions(document_class=RawBSONDocument)


def collection(client, database, name):
    durable = WriteConcern(w="majority", j=True)
    return client[database].get_collection(name, codec_options=RAW, write_concern=durable)


def in_order(documents, after=None):
    return documents.find({} if after is None else {"_id": {"$gt": after}}).sort("_id", 1).batch_size(BATCH)


def copy(old, new):
    last = next(iter(new.find().sort("_id", -1).limit(1)), None)
    waiting = []
    for document in in_order(old, None if last is None else last["_id"]):
        waiting.append(document)
        if len(waiting) == BATCH:
            new.insert_many(waiting, ordered=True)
            waiting = []
    if waiting:
        new.insert_many(waiting, ordered=True)


def digest(documents):
    count, sha = 0, hashlib.sha256()
    for document in in_order(documents):
        count += 1
        sha.update(document.raw)
    return count, sha.hexdigest()


def main(old_address, new_address, database="dovira_log"):
    old, new = MongoClient(old_address, retryWrites=False), MongoClient(new_address, retryWrites=False)
    equal = True
    for name in sorted(old[database].list_collection_names()):
        here, there = collection(old, database, name), collection(new, database, name)
        copy(here, there)
        before, after = digest(here), digest(there)
        equal = equal and before == after
        print(f"{name}: {before[0]} documents {before[1]}, copied {after[0]} {after[1]}")
    if not equal:
        sys.exit("NOT EQUAL: something was written meanwhile, or before")
    print("equal")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
