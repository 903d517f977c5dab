package io.dovira.pages.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** One Chromium for all tests of the JVM: starting it costs seconds. Screenshots land in {@code target/screenshots} for eyes. */
public final class Browser {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    private static final class Shared {
        static final Browser BROWSER = start();
    }

    /** The shared browser as new: no cookies, connected, English, a desktop window, light. */
    public static Browser fresh() {
        Browser browser = Shared.BROWSER;
        browser.driver.get("about:blank");
        browser.cdp("Network.enable", Map.of());
        browser.cdp("Network.clearBrowserCookies", Map.of());
        browser.cdp("Network.setExtraHTTPHeaders", Map.of("headers", Map.of()));
        browser.connected(true).size(1440, 900).scheme("light");
        browser.driver.manage().logs().get(LogType.BROWSER);
        return browser;
    }

    static Path chromium() {
        return Path.of(System.getProperty("browser.chromium", "/usr/bin/chromium"));
    }

    static Path driverBinary() {
        return Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"));
    }

    private static Browser start() {
        try {
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chromium().toString());
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
                    "--hide-scrollbars",
                    "--accept-lang=en",
                    "--user-data-dir=" + Files.createTempDirectory("dovira-browser"));
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            options.setCapability("goog:loggingPrefs", logs);
            // The driver is named, so that Selenium's own manager never looks for one on the network.
            ChromeDriver driver = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(driverBinary().toFile())
                            .usingAnyFreePort()
                            .build(),
                    options);
            driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
            return new Browser(driver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every request of the page carries this header, the ones of its scripts and streams too. */
    public Browser header(String name, String value) {
        cdp("Network.setExtraHTTPHeaders", Map.of("headers", Map.of(name, value)));
        return this;
    }

    /** Whether the page can reach anything. What it has stored stays. */
    public Browser connected(boolean connected) {
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", !connected, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        return this;
    }

    public Browser size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** What the system asks for: {@code light} or {@code dark}. */
    public Browser scheme(String scheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    public Browser open(String address) {
        driver.get(address);
        return this;
    }

    public ChromeDriver driver() {
        return driver;
    }

    public ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LIMIT).pollInterval(OFTEN).ignoreExceptions();
    }

    /** Waits until the page shows this text somewhere in the element. */
    public Browser untilShown(String selector, String text) {
        await("'" + text + "' in " + selector)
                .untilAsserted(() -> assertThat(text(selector)).contains(text));
        return this;
    }

    public Browser until(String selector) {
        await(selector)
                .until(() -> !driver.findElements(By.cssSelector(selector)).isEmpty());
        return this;
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The text of an element, shown or not, with spaces as people see them. */
    public String text(String selector) {
        return String.valueOf(js("return document.querySelector(arguments[0]).textContent", selector))
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .strip();
    }

    public @Nullable Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Accessible by the rules of WCAG 2.2 AA and axe's best practices. */
    public Browser assertAccessible() {
        return assertNothingFoundBy(Axe.EVERYTHING);
    }

    /** The same page in another theme: nothing but its colours can have become worse, and only they are looked at again. */
    public Browser assertReadable() {
        return assertNothingFoundBy(Axe.COLOURS);
    }

    private Browser assertNothingFoundBy(Map<String, Object> rules) {
        if (!Boolean.TRUE.equals(js("return 'axe' in window"))) {
            js(Axe.SOURCE);
        }
        assertThat((List<?>) driver.executeAsyncScript(Axe.RUN, rules))
                .as("%s, %s", driver.getCurrentUrl(), js("return document.documentElement.dataset.theme"))
                .isEmpty();
        return this;
    }

    /** Nothing was refused by the content policy, nothing failed to load, no script broke. */
    public Browser assertQuiet() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
        return this;
    }

    public Browser screenshot(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What comes out of the printer, beside the screenshots: as large as the page says. */
    public Browser paper(String name) {
        Map<String, Object> printed = driver.executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".pdf"), Base64.getDecoder().decode(String.valueOf(printed.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void cdp(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }
}
