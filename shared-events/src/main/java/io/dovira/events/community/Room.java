package io.dovira.events.community;

import java.util.List;

/** What a station has. */
public enum Room {
    /** Where people are received. */
    RECEPTION,
    INTERVIEW,
    /** Where children are heard. */
    CHILDREN,
    /** For assemblies. */
    MEETING,
    /** For those on duty. */
    DUTY,
    /** Where the officer lives. */
    DWELLING,
    OTHER;

    /** Each room once, in the order of the constants, so that equal stations have equal bytes; a station without any is none. */
    static List<Room> checked(List<Room> rooms) {
        if (rooms.isEmpty()) {
            throw new IllegalArgumentException("a station has at least one room");
        }
        return rooms.stream().distinct().sorted().toList();
    }
}
