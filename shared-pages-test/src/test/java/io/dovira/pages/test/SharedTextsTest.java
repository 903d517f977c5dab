package io.dovira.pages.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.Language;
import io.dovira.pages.Section;
import io.dovira.pages.Texts;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the layout and the error pages say; it stands beside the rules, because those need the module that has the texts. */
class SharedTextsTest extends TextsRules {

    @Override
    protected Map<String, String> texts(Language language) {
        return Texts.shared(language);
    }

    @Override
    protected Map<String, String> ofOthers(Language language) {
        return Map.of();
    }

    @Override
    protected Set<String> sameOnPurpose() {
        return Set.of();
    }

    /** The pages of one service lead to those of the other, so neither bundle of a service will do. */
    @ParameterizedTest
    @EnumSource
    void nameEverySectionOfBothServices(Language language) {
        assertThat(texts(language).keySet())
                .containsAll(Section.ALL.stream().map(Section::key).toList());
    }
}
