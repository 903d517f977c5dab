package io.dovira.embedded.query;

import de.bwaldvogel.mongo.bson.Document;

/** A document that a query found, freshly decoded, and its size in bytes. */
record Found(Document document, int bytes) {}
