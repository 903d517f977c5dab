package io.dovira.events.registers;

import io.dovira.events.AppealId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/**
 * A number is taken from the office's register of appeals of that local year, from 1 without gaps: the number of an event is its sequence
 * plus one. It is recorded in one append with the registration, so a number is either somebody's or still free.
 */
@StoredAs("register.number-drawn")
public record RegisterNumberDrawn(OfficeId office, int year, int number, AppealId appeal) implements Fact {
    public RegisterNumberDrawn {
        if (number < 1) {
            throw new IllegalArgumentException("registration numbers start at 1, not " + number);
        }
    }

    /** The stream of the log that holds the numbers of an office and local year. */
    public static String stream(OfficeId office, int year) {
        return "appeals-" + office.value() + ":" + year;
    }

    /** The number as it stands on letters: unique in all offices and years. */
    public String text() {
        return office.value() + "/" + year + "/" + number;
    }
}
