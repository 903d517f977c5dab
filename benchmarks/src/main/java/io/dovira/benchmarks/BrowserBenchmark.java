package io.dovira.benchmarks;

import io.dovira.benchmarks.VisitTraffic.Sent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The board in a real browser: how soon it is painted and shows its offices, what it weighs on the wire, and how long after its commit a fact is in the
 * page. The browser, the services and the sender share the machine and its clock.
 */
public final class BrowserBenchmark {
    private static final int LOADS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TILES = "#tiles > .tile[data-office]";

    /** First paint; last tile there; bytes that came over the wire, headers left out. */
    private static final String LOADED = """
            const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
            const first = performance.getEntriesByName('dovira:render')[0];
            const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
            const elsewhere = parts.filter((part) => new URL(part.name).origin !== location.origin).length;
            return [paint, first.startTime + first.duration, parts.reduce((sum, part) => sum + part.encodedBodySize, 0), elsewhere];
            """;

    /** Notes the position that the page says it is complete to, each time after it has drawn; the clock is that of the machine. */
    private static final String NOTE_DRAWN = """
            window.drawn = [];
            new MutationObserver(() => drawn.push([
              Number(document.getElementById('complete').textContent.match(/#([\\d,]+)/)[1].replaceAll(',', '')),
              performance.timeOrigin + performance.now(),
            ])).observe(document.body, { attributes: true, attributeFilter: ['data-ticks'] });
            """;

    private BrowserBenchmark() {}

    /**
     * Arguments: addresses of the command service and the query service, the token of an administrator, the file with an administrator's password,
     * offices, seconds to measure, facts per second.
     */
    public static void main(String[] arguments) throws Exception {
        VisitTraffic traffic = new VisitTraffic(
                new ServiceApi(URI.create(arguments[0]), arguments[2]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[6]));
        traffic.open();
        traffic.run(WARM_UP);
        ChromeDriver browser = start();
        try {
            signIn(
                    browser,
                    arguments[1],
                    Files.readString(Path.of(arguments[3])).strip());
            System.out.printf(Locale.ROOT, "the board with %d offices, in %s%n", traffic.offices(), name(browser));
            loads(browser, arguments[1]);
            BoardReader beside = BoardReader.measuring(new ServiceApi(URI.create(arguments[1]), arguments[2]));
            System.out.printf(Locale.ROOT, "  %s facts per second%n", arguments[6]);
            updates(browser, beside, traffic, Duration.ofSeconds(Integer.parseInt(arguments[5])));
        } finally {
            browser.quit();
        }
    }

    private static ChromeDriver start() throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("browser.chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1440,900",
                "--accept-lang=en",
                "--user-data-dir=" + Files.createTempDirectory("dovira-browser"));
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"))
                                .toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    private static String name(ChromeDriver browser) {
        return browser.getCapabilities().getBrowserName() + " "
                + browser.getCapabilities().getBrowserVersion();
    }

    private static void signIn(ChromeDriver browser, String address, String password) {
        browser.get(address + "/");
        browser.findElement(By.name("username")).sendKeys("admin");
        browser.findElement(By.name("password")).sendKeys(password);
        browser.findElement(By.cssSelector("form [type=submit]")).click();
        awaitTiles(browser);
    }

    private static void awaitTiles(ChromeDriver browser) {
        new WebDriverWait(browser, PATIENCE)
                .until(page -> !page.findElements(By.cssSelector(TILES)).isEmpty());
    }

    private static void loads(ChromeDriver browser, String address) {
        for (boolean cached : List.of(false, true)) {
            browser.executeCdpCommand("Network.enable", Map.of());
            browser.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", !cached));
            double[] paint = new double[LOADS];
            double[] offices = new double[LOADS];
            double bytes = 0;
            long elsewhere = 0;
            for (int i = 0; i < LOADS; i++) {
                browser.get(address + "/");
                awaitTiles(browser);
                List<Double> loaded = numbers(browser.executeScript(LOADED));
                paint[i] = loaded.get(0);
                offices[i] = loaded.get(1);
                bytes = loaded.get(2);
                elsewhere += loaded.get(3).longValue();
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %s: first paint %.0f ms, offices shown %.0f ms (medians of %d); %.0f kB, %d things from other hosts%n",
                    cached ? "visited before" : "first visit   ",
                    median(paint),
                    median(offices),
                    LOADS,
                    bytes / 1000,
                    elsewhere);
        }
    }

    /** @param beside a reader that is no browser, to tell how much of the time is the page's */
    private static void updates(ChromeDriver browser, BoardReader beside, VisitTraffic traffic, Duration howLong)
            throws Exception {
        browser.executeScript(NOTE_DRAWN);
        // What a moment of the sender's clock is on the wall clock, which the page goes by.
        double offset = System.currentTimeMillis() - System.nanoTime() / 1e6;
        List<Sent> sent = traffic.run(howLong);
        long last = sent.stream().mapToLong(Sent::position).max().orElseThrow();
        new WebDriverWait(browser, PATIENCE)
                .until(page ->
                        Boolean.TRUE.equals(browser.executeScript("return drawn.at(-1)[0] >= arguments[0]", last)));
        NavigableMap<Long, Double> drawn = new TreeMap<>();
        for (Object each : (List<?>) Objects.requireNonNull(browser.executeScript("return drawn"))) {
            List<Double> note = numbers(each);
            drawn.putIfAbsent(note.get(0).longValue(), note.get(1));
        }
        System.out.printf(Locale.ROOT, "  %d commands%n", sent.size());
        beside.await(sent);
        Delays.tell(
                "commit known to sender -> at a reader",
                sent.stream()
                        .mapToDouble(one -> (beside.shownAt(one.position()) - one.answeredAt()) / 1e6)
                        .toArray());
        Delays.tell(
                "commit known to sender -> in the page",
                sent.stream()
                        .mapToDouble(one ->
                                drawn.ceilingEntry(one.position()).getValue() - (one.answeredAt() / 1e6 + offset))
                        .toArray());
    }

    private static List<Double> numbers(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
