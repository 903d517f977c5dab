package io.dovira.query.pages;

import io.dovira.pages.Language;
import io.dovira.pages.Texts;
import io.dovira.pages.test.TextsRules;
import java.util.Map;
import java.util.Set;

class TextsTest extends TextsRules {

    @Override
    protected Map<String, String> texts(Language language) {
        return Texts.own(language);
    }

    @Override
    protected Map<String, String> ofOthers(Language language) {
        return Texts.shared(language);
    }

    @Override
    protected Set<String> sameOnPurpose() {
        return Set.of(
                "kpi.n",
                "kpi.target.note",
                "trend.note",
                "record.p50",
                "record.p90",
                "interaction.correction",
                "compare.n",
                "compare.percent",
                "compare.z",
                "compare.tip.share",
                "compare.column.n",
                "compare.column.z");
    }
}
