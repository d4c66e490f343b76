*** Settings ***
Documentation       What comes of an attempt to link the car: each outcome has its own message, nothing typed is lost.
Resource            steps.resource

*** Test Cases ***
Without A Network The Attempt Fails And Keeps What Was Typed
    [Tags]    R-LINK-7
    Network Is    none
    Fill In What Links The Car
    Expect Refused    ok    no_network
    Expect State    account    not_linked
    Network Is    home
    Ok
    Expect State    account    logged_in

With My Porsche Out Of Reach The Attempt Fails And Keeps What Was Typed
    [Tags]    R-LINK-7
    Portal Down
    Fill In What Links The Car
    Expect Refused    ok    link_unreachable
    Expect State    wrong_codes    0
    Portal Up
    Ok
    Expect State    account    logged_in

In Private Mode The Attempt Fails
    [Tags]    R-LINK-7    R-PRIV-1    pcm-5.0    pcm-6.0
    Do    private-mode
    Fill In What Links The Car
    Expect Refused    ok    private_mode
    Expect State    account    not_linked

The Car Waits While My Porsche Checks
    [Tags]    R-LINK-7
    Portal Delay    5
    Fill In What Links The Car
    Ok
    Expect Overlay    checking
    Expect State    account    not_linked
    Pass Time    6 s
    Expect State    account    logged_in

A Network Lost While My Porsche Checks Gives The Entry Back
    [Tags]    R-LINK-7
    Portal Delay    5
    Fill In What Links The Car
    Ok
    Expect Overlay    checking
    Pass Time    2 s
    Network Is    none
    Expect Refused    ok    no_network
    Network Is    home
    Ok
    Pass Time    10 s
    Expect State    account    logged_in

Each Wrong Code Has Its Own Message
    [Tags]    R-LINK-8    pcm-4.0    pcm-4.1    pcm-5.0
    [Setup]    Portal Code    new
    [Template]    The Code Is Refused
    @code[:7]      incomplete
    @wrong 8       link_unknown_code
    @other-code    link_other_car
    @old-code      link_code_replaced

Each Wrong Porsche ID Has Its Own Message
    [Tags]    R-LINK-8    pcm-6.0
    [Setup]    Country    IT
    [Template]    The Porsche ID Is Refused
    nobody@example.com    @password           @security-code           link_unknown_id
    @email                @wrong 8            @security-code           link_wrong_password
    @email                @password           @wrong 4                 link_wrong_security_code
    @second-email         @second-password    @second-security-code    link_not_a_user

A Car That Is Linked Already Says So
    [Tags]    R-LINK-8    pcm-4.0    pcm-4.1    pcm-5.0
    Link The Car
    Fill In The Pairing Code    @code
    Expect Refused    ok    link_already_linked

Five Wrong Codes Lock The Entry For A Minute
    [Documentation]    The five and the minute are assumed.
    [Tags]    R-LINK-8    pcm-4.0    pcm-4.1    pcm-5.0
    Fill In The Pairing Code    @wrong 8
    Repeat Keyword    4 times    Expect Refused    ok    link_unknown_code
    Expect Refused    ok    too_many_attempts
    Type    @code
    Pass Time    59 s
    Expect Refused    ok    too_many_attempts
    Pass Time    1 s
    Ok
    Expect State    account    logged_in

Nothing Is Typed While Driving And Nothing Is Lost
    [Tags]    R-LINK-8
    Fill In What Links The Car
    Car Speed    50
    Expect Refused    ok    moving
    Car Speed    0
    Ok
    Expect State    account    logged_in

*** Keywords ***
The Code Is Refused
    [Arguments]    ${code}    ${reason}
    Fill In The Pairing Code    ${code}
    Expect Refused    ok    ${reason}
    Expect State    account    not_linked

The Porsche ID Is Refused
    [Arguments]    ${email}    ${password}    ${security_code}    ${reason}
    Fill In The Porsche ID    ${email}    ${password}    ${security_code}
    Expect Refused    ok    ${reason}
    Expect State    account    not_linked
    Home
