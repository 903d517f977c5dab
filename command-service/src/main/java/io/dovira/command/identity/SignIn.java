package io.dovira.command.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people sign in for the pages of this service: here, or at an external provider. */
interface SignIn {
    void addTo(HttpSecurity http);
}
