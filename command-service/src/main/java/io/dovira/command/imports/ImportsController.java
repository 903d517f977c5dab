package io.dovira.command.imports;

import io.dovira.access.Caller;
import io.dovira.command.imports.mapping.BuiltInMappings;
import io.dovira.command.imports.mapping.BuiltInMappings.BuiltIn;
import io.dovira.command.imports.mapping.MappingReader;
import io.dovira.command.imports.mapping.MappingRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Import over HTTP. Explained in {@code docs/mapping.md}. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {

    private static final int MOST_LISTED = 200;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final MappingReader mappings;
    private final BuiltInMappings builtIn;

    ImportsController(Imports imports, MappingReader mappings, BuiltInMappings builtIn) {
        this.imports = imports;
        this.mappings = mappings;
        this.builtIn = builtIn;
    }

    /** A page of imports, the newest first. {@code next}: to be given as {@code page} for the one after; null on the last. */
    record Page(List<ImportStatus> items, @Nullable String next) {}

    /** A mapping that comes with Dovira. */
    record Available(String name, String title, String yaml) {}

    /**
     * Takes a file in. Multipart: {@code file}, and {@code mapping}, which is the name of a built-in mapping or a YAML document, as a file or
     * as text. Answers 202 once the whole file was checked; what cannot be imported is refused with 422, or 413 if it is too large, and nothing
     * of it is kept.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportStatus> start(
            MultipartHttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Caller caller)
            throws IOException, MappingRefused, KeyReused {
        requireEveryOffice(caller);
        MultipartFile file = request.getFile("file");
        if (file == null) {
            throw new ImportRefused(
                    HttpStatus.BAD_REQUEST, "file-missing", "No file", "The multipart form needs a part named file.");
        }
        String name = lastPart(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        BuiltIn mapping = mapping(request);
        String key = idempotencyKey == null ? null : caller.actor() + " " + idempotencyKey;
        Imports.Order order =
                new Imports.Order(name, mapping.yaml(), mapping.mapping(), caller.actor(), caller.role(), key);
        try (InputStream upload = file.getInputStream()) {
            ImportStatus status = imports.submit(order, upload);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + status.id()))
                    .body(status);
        }
    }

    /** Some senders give the whole path, which is nobody's business. */
    private static String lastPart(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "upload" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private BuiltIn mapping(MultipartHttpServletRequest request) throws IOException, MappingRefused {
        MultipartFile file = request.getFile("mapping");
        String text = file != null
                ? new String(beginning(file, 4 * MappingReader.LONGEST), StandardCharsets.UTF_8)
                : Objects.requireNonNullElse(request.getParameter("mapping"), "");
        if (text.isBlank()) {
            throw new ImportRefused(
                    HttpStatus.BAD_REQUEST,
                    "mapping-missing",
                    "No mapping",
                    "The multipart form needs a part named mapping: one of " + names() + ", or a YAML document.");
        }
        if (text.indexOf('\n') < 0 && text.indexOf(':') < 0) {
            return builtIn.find(text)
                    .orElseThrow(() -> new ImportRefused(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "mapping-unknown",
                            "No such mapping",
                            "No mapping is called '" + text + "'. There are " + names()
                                    + "; or send a YAML document."));
        }
        var mapping = mappings.read(text);
        return new BuiltIn(mapping.source(), mapping.title(), text, mapping);
    }

    /** A mapping may arrive as large as a file to import: the reader refuses it by its beginning, which is all that is taken into memory. */
    private static byte[] beginning(MultipartFile file, int bytes) throws IOException {
        try (InputStream upload = file.getInputStream()) {
            return upload.readNBytes(bytes);
        }
    }

    private List<String> names() {
        return builtIn.all().stream().map(BuiltIn::name).toList();
    }

    /** How an import stands. */
    @GetMapping("/{id}")
    ImportStatus show(@PathVariable String id, Caller caller) {
        requireEveryOffice(caller);
        return imports.find(id).orElseThrow(() -> unknown(id));
    }

    /** Imports, the newest first. */
    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        requireEveryOffice(caller);
        int size = Math.clamp(limit, 1, MOST_LISTED);
        List<ImportStatus> items = imports.list(page, size);
        return new Page(items, items.size() < size ? null : items.getLast().id());
    }

    /** Stops an import after the batch at hand; what was recorded stands. 409 if it is over. */
    @DeleteMapping("/{id}")
    ResponseEntity<ImportStatus> cancel(@PathVariable String id, Caller caller) {
        requireEveryOffice(caller);
        ImportStatus status = imports.cancel(id).orElseThrow(() -> unknown(id));
        if (status.state().isOver()) {
            throw new ImportRefused(
                    HttpStatus.CONFLICT,
                    "import-over",
                    "Import is over",
                    "The import is " + status.state() + " already.");
        }
        return ResponseEntity.accepted().body(status);
    }

    /** The mappings that come with Dovira; each is a pattern for your own. */
    @GetMapping("/mappings")
    List<Available> mappings() {
        return builtIn.all().stream()
                .map(each -> new Available(each.name(), each.title(), each.yaml()))
                .toList();
    }

    /** The JSON Schema of the mapping language. */
    @GetMapping(path = "/mappings/schema", produces = "application/schema+json")
    String schema() {
        return MappingReader.schemaText();
    }

    private static void requireEveryOffice(Caller caller) {
        if (!caller.offices().every()) {
            throw new ImportRefused(
                    HttpStatus.FORBIDDEN,
                    "office-outside-scope",
                    "Not your offices",
                    "A file can name any office, so imports need an account that is entitled to all of them.");
        }
    }

    private static ImportRefused unknown(String id) {
        return new ImportRefused(
                HttpStatus.NOT_FOUND, "import-unknown", "No such import", "There is no import " + id + ".");
    }
}
