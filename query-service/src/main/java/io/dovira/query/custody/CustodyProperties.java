package io.dovira.query.custody;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How records are shown.
 *
 * @param reading how long a record is shown to who has said what for, before it is asked again: a shift
 */
@ConfigurationProperties("dovira.custody")
record CustodyProperties(@DefaultValue("12h") Duration reading) {}
