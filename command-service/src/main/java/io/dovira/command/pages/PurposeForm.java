package io.dovira.command.pages;

import io.dovira.command.platform.Envelope;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * The page that asks what somebody reads or watches something for. A form and not a link: that somebody looked is a fact about them, so no
 * address that others can make a browser follow may record it.
 *
 * @param subject of which there are texts: {@code custody} or {@code footage}
 * @param id of what is looked at
 * @param purposes to choose from
 * @param action path that takes the form
 * @param back where the person comes from
 * @param copy SHA-256 of the redacted copy that is meant; null if there is nothing to tell apart
 */
public record PurposeForm(
        String subject,
        String id,
        List<String> purposes,
        String action,
        String back,
        @Nullable String copy) {

    public static List<String> names(Enum<?>[] purposes) {
        return Arrays.stream(purposes).map(Enum::name).toList();
    }

    /** @return the name of the view */
    public String into(Model model) {
        model.addAttribute("asked", this);
        // One for each time that the form is shown: who presses twice has looked once.
        model.addAttribute("key", UUID.randomUUID().toString());
        return "purpose";
    }

    /**
     * As it comes back.
     *
     * @param reference null if nothing was filled in
     * @param key goes for the {@value Envelope#IDEMPOTENCY_KEY}
     */
    public record Filled(
            @Nullable String purpose,
            @Nullable String reference,
            @Nullable String copy,
            @Nullable String key) {
        public Filled {
            reference = blankToNull(reference);
            copy = blankToNull(copy);
        }

        private static @Nullable String blankToNull(@Nullable String given) {
            return given == null || given.isBlank() ? null : given.strip();
        }
    }
}
