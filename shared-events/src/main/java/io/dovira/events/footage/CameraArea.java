package io.dovira.events.footage;

/** What a camera looks at; decides which entries must be seen on it. */
public enum CameraArea {
    /** Desks and waiting room: visits. */
    FRONT_OFFICE,
    /** Corridors, cells, reception: all of a stay but questioning. */
    CUSTODY,
    /** Rooms in which detainees and officers are questioned. */
    QUESTIONING,
    /** Entrances, yards, vehicles, body-worn: nothing is expected on it. */
    OUTSIDE
}
