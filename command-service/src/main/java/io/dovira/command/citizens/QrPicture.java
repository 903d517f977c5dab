package io.dovira.command.citizens;

import io.nayuki.qrcodegen.QrCode;

/** An address as a QR code for any telephone: an SVG without style or script, black on white with its margin, whatever the theme of the page around it. */
final class QrPicture {
    /** In modules; the standard asks for it, and cameras for the contrast. */
    private static final int MARGIN = 4;

    private QrPicture() {}

    /** Still read with 15 % of it worn or crumpled, as slips of thermal paper are. */
    static String of(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * MARGIN;
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; ) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    int length = x - from;
                    dark.append("M%d %dh%dv1h-%dz".formatted(from + MARGIN, y + MARGIN, length, length));
                } else {
                    x++;
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path d=\"%s\"/></svg>"
                .formatted(side, side, side, side, dark);
    }
}
