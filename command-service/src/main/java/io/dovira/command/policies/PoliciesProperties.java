package io.dovira.command.policies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the policies of an empty log come from.
 *
 * @param builtIn the law that is recorded at the first start; what stands in the log is never changed by it
 */
@ConfigurationProperties("dovira.policies")
record PoliciesProperties(@DefaultValue("ukraine") BuiltIn builtIn) {

    /** The sets that this release brings. */
    enum BuiltIn {
        UKRAINE,
        NONE
    }
}
