package io.dovira.command.imports.source;

import io.dovira.command.imports.source.FileRefused.Code;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The traces of an XES log (IEEE 1849), each with its events. Attributes of attributes, containers, extensions, globals and classifiers are
 * passed over. A document type or an entity is refused: a log needs none, and both are ways to read what is not ours.
 */
final class XesRows implements RowSource {

    /** Events of one trace that are held in memory. */
    private static final int MOST_EVENTS = 100_000;

    /** Characters of a trace that are held in memory, each attribute with what it costs besides. */
    private static final int LARGEST_TRACE = 32 << 20;

    private static final int COST_OF_AN_ATTRIBUTE = 100;

    /** Bytes of one tag or text, which the XML reader holds in memory before anybody can look at it. */
    private static final int LONGEST_PIECE = 1 << 20;

    private static final Set<String> ATTRIBUTES = Set.of("string", "date", "int", "float", "boolean", "id");

    private final Watched in;
    private final XMLStreamReader xml;
    private boolean rootSeen;
    private long held;

    private XesRows(Watched in, XMLStreamReader xml) {
        this.in = in;
        this.xml = xml;
    }

    static XesRows open(InputStream input) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Watched in = new Watched(input);
        try {
            return new XesRows(in, factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            in.close();
            throw broken(in, e);
        }
    }

    @Override
    public @Nullable Item next() throws IOException {
        try {
            while (xml.hasNext()) {
                switch (step()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION ->
                        throw new FileRefused(
                                Code.FORBIDDEN_XML, line(), "a document type or entity; an XES log needs none");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!rootSeen) {
                            rootSeen = true;
                            if (!xml.getLocalName().equals("log")) {
                                throw new FileRefused(
                                        Code.BROKEN_XML, line(), "no XES log: the root is " + xml.getLocalName());
                            }
                        } else if (xml.getLocalName().equals("trace")) {
                            return trace();
                        } else {
                            skip();
                        }
                    }
                    default -> {
                        // text, comments and the end of the log
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(in, e);
        }
    }

    private Item trace() throws XMLStreamException, IOException {
        long line = line();
        held = 0;
        Map<String, String> own = new HashMap<>();
        List<Row.Xes> events = new ArrayList<>();
        while (step() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.getLocalName().equals("event")) {
                if (events.size() == MOST_EVENTS) {
                    throw new FileRefused(Code.TOO_LARGE, line(), "a trace of more than " + MOST_EVENTS + " events");
                }
                long at = line();
                Map<String, String> attributes = new HashMap<>();
                while (step() != XMLStreamConstants.END_ELEMENT) {
                    if (xml.isStartElement()) {
                        attribute("", attributes);
                    }
                }
                events.add(new Row.Xes(at, attributes, own));
            } else {
                attribute("case:", own);
            }
        }
        return new Item.Entry(new Row.Xes(line, Map.of(), own), List.copyOf(events));
    }

    private int step() throws XMLStreamException {
        in.allowAPiece(line());
        return xml.next();
    }

    private void attribute(String prefix, Map<String, String> attributes) throws XMLStreamException, IOException {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        if (key != null && value != null && ATTRIBUTES.contains(xml.getLocalName())) {
            held += key.length() + value.length() + COST_OF_AN_ATTRIBUTE;
            if (held > LARGEST_TRACE) {
                throw new FileRefused(
                        Code.TOO_LARGE,
                        line(),
                        "a trace of more than " + (LARGEST_TRACE >> 20) + " million characters");
            }
            attributes.put(prefix + key, value);
        }
        skip();
    }

    /** To the end of the element at hand, past whatever is in it. */
    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // nothing of interest
                }
            }
        }
    }

    private long line() {
        return xml.getLocation().getLineNumber();
    }

    private static IOException broken(Watched in, XMLStreamException e) {
        if (in.failure != null) {
            return in.failure;
        }
        long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
        return new FileRefused(Code.BROKEN_XML, line, message);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Bounds what the XML reader takes in at once. Remembers why reading failed: the XML reader tells it as a fault of the XML. */
    private static final class Watched extends FilterInputStream {
        private @Nullable IOException failure;
        private long left = LONGEST_PIECE;
        private long line;

        Watched(InputStream in) {
            super(in);
        }

        void allowAPiece(long at) {
            left = LONGEST_PIECE;
            line = at;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                if (left < 0) {
                    throw new FileRefused(
                            Code.TOO_LARGE, line, "a tag or a text of more than " + LONGEST_PIECE + " bytes");
                }
                int read = in.read(bytes, from, length);
                left -= read;
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
