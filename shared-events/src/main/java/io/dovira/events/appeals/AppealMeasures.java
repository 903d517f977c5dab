package io.dovira.events.appeals;

import io.dovira.events.metrics.MetricDefinition;
import java.util.Map;

/** The figures of appeals, each with the definition that is in force. */
public final class AppealMeasures {
    public static final MetricDefinition FIRST_RESPONSE = new MetricDefinition(
            "appeal-first-response",
            1,
            "s",
            Map.of(
                    "en",
                    "Per round of an appeal: first outbound message of a person (acknowledgement, question, notice of extension, of forwarding or "
                            + "of refusal, answer) - receipt, or - reopening in a round after a reopening. Automatic acknowledgements do not "
                            + "count. Attributed to the start of the round. Open: not answered to yet; withdrawn before a response: not "
                            + "counted.",
                    "uk",
                    "За кожним розглядом звернення: перше вихідне повідомлення людини (підтвердження, запит, повідомлення про продовження "
                            + "строку, пересилання чи відмову в розгляді, відповідь) - надходження, а після поновлення розгляду - поновлення. "
                            + "Автоматичні підтвердження не рахуються. Належить до часу початку розгляду. Відкриті: ще без відповіді; "
                            + "відкликані до першої відповіді не рахуються."));

    public static final MetricDefinition TERM = new MetricDefinition(
            "appeal-term",
            1,
            "s",
            Map.of(
                    "en",
                    "Per round of an appeal: answer - receipt or reopening, against the due date that the policy valid then gave, as shortened "
                            + "or extended. Kept: answered at the due moment or before it. Late: answered after it, or open and overdue. Forwarded, "
                            + "declined and withdrawn rounds have no answer and do not count. Share: kept / (kept + late); none if nothing counts.",
                    "uk",
                    "За кожним розглядом звернення: відповідь - надходження або поновлення, порівняно зі строком за чинним тоді правилом, "
                            + "скороченим чи продовженим. Вчасно: відповідь не пізніше строку. Прострочено: відповідь після строку або розгляд "
                            + "триває після нього. Переслані, відхилені та відкликані розгляди відповіді не мають і не рахуються. Частка: "
                            + "вчасно / (вчасно + прострочено); якщо рахувати нічого, частки немає."));

    private AppealMeasures() {}
}
