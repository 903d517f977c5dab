package io.dovira.query.community;

import io.dovira.events.Origin;
import io.dovira.events.community.Station;

/** A station. The id of its community stands apart, to be searched by. */
record StationDocument(String community, Station station, Origin origin) {}
