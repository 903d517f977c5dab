package io.dovira.pages;

import io.dovira.access.Claims;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * The person behind a session. Roles and offices are read from the access token, as they are for bearers: providers put them there by
 * default, into the identity token only when told to.
 */
record SignedIn(JwtDecoder accessTokens, Claims claims) implements OAuth2UserService<OidcUserRequest, OidcUser> {

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        try {
            Jwt token = accessTokens.decode(request.getAccessToken().getTokenValue());
            return new DefaultOidcUser(claims.authorities(token.getClaims()), request.getIdToken());
        } catch (JwtException e) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_access_token", "The provider's access token is not one for us.", null), e);
        }
    }
}
