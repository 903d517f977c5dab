package io.dovira.query.community;

import io.dovira.events.Origin;
import io.dovira.events.community.Officer;

/** A community officer, and whether the facts are live, imported or simulated. */
record OfficerDocument(Officer officer, Origin origin) {}
