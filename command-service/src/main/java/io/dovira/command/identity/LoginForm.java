package io.dovira.command.identity;

import io.dovira.pages.SignIn;
import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * People sign in at the embedded provider, which is this service: its session is the one of its pages too.
 *
 * @param boards where somebody lands who came for the sign-in alone, and who has signed out, to be signed out there too
 */
record LoginForm(URI boards) implements SignIn {

    @Override
    public AuthenticationEntryPoint entry() {
        return new LoginUrlAuthenticationEntryPoint("/login");
    }

    @Override
    public void addTo(HttpSecurity http) {
        http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl(boards + "/"))
                .logout(logout -> logout.logoutSuccessUrl(boards + "/signed-out"));
    }
}
