package io.dovira.command.pages;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as somebody fills it in on a page, told once: the page draws the form of it and sends it to the path of the same name, so that a page has
 * no forms of its own.
 *
 * @param act last part of the command's path; its name is the text {@code work.act.<act>}
 * @param group of acts that stand together on the page
 * @param meets what is done with it, of what is to be done
 * @param past it tells of something long over, so its time is asked for
 */
public record ActForm(String act, String group, List<String> meets, boolean past, List<Field> fields) {

    public ActForm {
        meets = List.copyOf(meets);
        fields = List.copyOf(fields);
    }

    /** What is asked for, and how. */
    public enum Kind {
        TEXT,
        /** A pseudonym. */
        PERSON,
        /** A pseudonym, most often that of who fills in the form. */
        SELF,
        OFFICE,
        CHOICE,
        NUMBER,
        /** Yes or no, and one of them has to be said. */
        YES_NO,
        /** Yes, or nothing is said. */
        CHECK,
        DAY,
        MOMENT,
        /** The digest of a file that the browser keeps to itself. */
        LETTER,
        /** Not asked for: what the page knows under this name. */
        KEPT
    }

    /** @param says key of the text */
    public record Choice(String value, String says) {}

    /**
     * A field of the command's body.
     *
     * @param choices of a {@link Kind#CHOICE}
     * @param from of a {@link Kind#KEPT}: its name in what the page shows
     */
    public record Field(
            String name,
            Kind kind,
            boolean required,
            List<Choice> choices,
            @Nullable String from) {

        public static Field of(String name, Kind kind) {
            return new Field(name, kind, kind != Kind.CHECK, List.of(), null);
        }

        public static Field optional(String name, Kind kind) {
            return new Field(name, kind, false, List.of(), null);
        }

        public static Field kept(String name, String from) {
            return new Field(name, Kind.KEPT, false, List.of(), from);
        }

        /** @param texts what the keys of the constants begin with */
        public static Field oneOf(String name, Class<? extends Enum<?>> type, String texts) {
            return oneOf(
                    name,
                    Arrays.stream(type.getEnumConstants())
                            .map(each -> new Choice(each.name(), texts + each.name()))
                            .toList());
        }

        public static Field oneOf(String name, List<Choice> choices) {
            return new Field(name, Kind.CHOICE, true, choices, null);
        }
    }
}
