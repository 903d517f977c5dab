package io.dovira.command.pages;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The service worker of the desk. Browsers let it speak for the page alone, and it may ask this service and nobody else. */
@Controller
final class DeskWorker {

    @GetMapping("/desk/worker.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/desk")
                .header("Content-Security-Policy", "default-src 'none'; connect-src 'self'")
                .body(new ClassPathResource("workers/desk.js"));
    }
}
