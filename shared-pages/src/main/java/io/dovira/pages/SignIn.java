package io.dovira.pages;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people with a browser sign in: at an OpenID provider, or at the one that this service itself is. */
public interface SignIn {

    /** Where somebody is led who asks for a page without a sign-in. */
    AuthenticationEntryPoint entry();

    /** Adds what receives people who have signed in, and what signs them out. */
    void addTo(HttpSecurity http);
}
