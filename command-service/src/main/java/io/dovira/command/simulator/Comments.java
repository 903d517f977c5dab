package io.dovira.command.simulator;

import java.util.SplittableRandom;

/** What visitors of the demo write. */
final class Comments {
    private static final String[] CONTENT = {
        "Дуже уважні, дякую.", "Швидко і чемно.", "Все пояснили зрозуміло.", "Допомогли скласти заяву."
    };
    private static final String[] MIXED = {
        "Нормально, але місця мало.", "Довелося перепитувати.", "Чекав, але допомогли."
    };
    private static final String[] UNHAPPY = {
        "Задовго чекали.",
        "Одне вікно на всю чергу.",
        "Нікого не було на місці 20 хвилин.",
        "Відправили в інше вікно і знову черга."
    };

    private Comments() {}

    static String choose(int csat, SplittableRandom random) {
        String[] from = csat >= 4 ? CONTENT : csat == 3 ? MIXED : UNHAPPY;
        return from[random.nextInt(from.length)];
    }
}
