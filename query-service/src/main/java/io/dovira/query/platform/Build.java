package io.dovira.query.platform;

/**
 * One filling of a projection's collections from the log. Several stand side by side: the one that is shown, one that is being made, one that
 * is kept to go back to.
 *
 * <pre>
 *   metrics_v1      the first one there ever was          metrics_v1_cells, metrics_v1_visits, ...
 *   metrics_v1b2    the same fold, filled again           metrics_v1b2_cells, ...
 *   metrics_v2b3    the fold's next version               metrics_v2b3_cells, ...
 * </pre>
 *
 * @param projection name of its fold
 * @param version of the fold that fills it
 * @param number counts the builds of the projection, whatever their version; never given twice, so that nobody finds the remains of another
 */
public record Build(String projection, int version, int number) {

    public static Build first(String projection, int version) {
        return new Build(projection, version, 1);
    }

    /** Under this name it keeps its position, its claim and its dead letters. */
    public String name() {
        return projection + "_v" + version + (number == 1 ? "" : "b" + number);
    }

    /** Where it keeps the documents of a kind. */
    public String collection(String kind) {
        return name() + "_" + kind;
    }
}
