package io.dovira.command.citizens;

import io.dovira.command.offices.Offices;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.OfficeId;
import io.dovira.events.offices.Office;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The tablet that stands in an office: five faces. */
@Controller
class KioskPage {
    /** How the mouth of a face is drawn, by its rating. */
    private static final List<String> MOUTHS = List.of(
            "",
            "M19 49q13-16 26 0",
            "M21 46q11-8 22 0",
            "M21 44h22",
            "M20 41q12 9 24 0",
            "M17 38h30q-3 14-15 14T17 38z");

    private final States states;
    private final Clock clock;
    private final KioskTexts texts = new KioskTexts();

    KioskPage(States states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /** @param lang in which the tablet begins, and to which it returns after each visitor */
    @GetMapping("/kiosk/{office}")
    String faces(
            @PathVariable String office,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            Model model,
            HttpServletResponse response) {
        Office known = find(office).filter(found -> !found.closed()).orElse(null);
        String spoken = KioskTexts.chosen(lang, accepted);
        model.addAttribute("spoken", spoken);
        model.addAttribute("start", texts.all().get(spoken));
        model.addAttribute("texts", texts.all());
        if (known == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "kiosk-unknown";
        }
        model.addAttribute("office", known.id().value());
        model.addAttribute("mouths", MOUTHS);
        model.addAttribute("names", names(known.name()));
        model.addAttribute("now", clock.instant().toString());
        return "kiosk";
    }

    private Optional<Office> find(String office) {
        OfficeId id;
        try {
            id = new OfficeId(office);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return states.find(Offices.SUBJECT, id.stream()).map(Seen::state);
    }

    /** The name of the office in each language of the tablet: else in English, else as it is called at home, else in any. */
    private static Map<String, String> names(Map<String, String> known) {
        Map<String, String> names = new LinkedHashMap<>();
        String any = Objects.requireNonNullElseGet(
                known.get("en"),
                () -> Objects.requireNonNullElseGet(
                        known.get("uk"), () -> known.values().iterator().next()));
        KioskTexts.LANGUAGES.forEach(language -> names.put(language, known.getOrDefault(language, any)));
        return names;
    }
}
