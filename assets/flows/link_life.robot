*** Settings ***
Documentation       A linked car: its users, logging out and in, selling it, deleting the account, a forgotten code.
Resource            steps.resource

*** Test Cases ***
The Header Shows Who Is Logged In
    [Documentation]    faq:218
    [Tags]    R-LINK-9
    Link The Car
    Pass Time    1 min
    Screen Should Be    home
    Expect Text    Giulia Bianchi

Ordered Services Come With Linking
    [Tags]    R-LINK-9
    Expect State    services    0
    Link The Car
    Expect State    services    4
    Go    service_overview
    Tap    service_overview
    Expect Row    services_4

Logging Out Keeps The Link
    [Tags]    R-LINK-10
    Log Out
    Expect State    users    1
    Car Restart
    Expect State    account    logged_out
    Go    log_in
    Expect Row    log_in    enabled
    Expect Row    log_out    greyed

Logging In Again Takes No New Code
    [Tags]    R-LINK-10    pcm-4.0    pcm-4.1    pcm-5.0
    Log Out
    Tap    log_in
    Expect Overlay    none
    Expect State    user    Giulia Bianchi

Logging In Again Takes The Security Code Alone
    [Tags]    R-LINK-10    R-LINK-5    pcm-6.0
    Log Out
    Tap    log_in
    Expect Overlay    security_code
    Type    @security-code
    Ok
    Expect State    user    Giulia Bianchi

A Secondary User Is Linked Once The Main User Has Allowed It
    [Documentation]    faq:247
    [Tags]    R-LINK-11
    Link The Car
    Fill In What Links The Second User
    Expect Refused    ok
    Home
    Link The Second User
    Expect State    users    2

Each User Has An Own Configuration
    [Tags]    R-LINK-11    pcm-4.0    pcm-4.1    pcm-5.0
    Link The Car
    Link The Second User
    Go    users
    Tap    users
    Expect Row    users_2    on
    Tap    users_1
    Expect State    user    Giulia Bianchi
    Expect Row    users_2    off

Only The Owner Buys Services
    [Tags]    R-LINK-11
    Portal Unlink
    Run Keyword And Expect Error    *only the owner buys*    Portal Order    carfinder

A Car Removed From The Profile Is No Longer Linked
    [Documentation]    faq:249
    [Tags]    R-LINK-12
    Link The Car
    Portal Unlink
    Expect Overlay    vehicle_removed
    Ok
    Expect State    account    not_linked
    Fill In What Links The Car
    Expect Refused    ok

Services Stay With The Car And The Porsche ID Takes Another One
    [Tags]    R-LINK-12
    Link The Car
    Portal Unlink
    Ok
    Portal Add    WP0ZZZ99ZLS200911
    ${vehicles}=    Portal Vehicles
    Should Contain    ${vehicles}    (on the desk): in no profile, services: 4
    Should Contain    ${vehicles}    WP0ZZZ99ZLS200911: in your profile, services: 0

A Deleted Account Logs The Car Out And Ends Its Services
    [Documentation]    faq:251-253
    [Tags]    R-LINK-13
    Link The Car
    Portal Delete Account
    Expect Overlay    account_deleted
    Ok
    Expect State    account    not_linked
    Expect State    services    0
    Go    service_overview
    Tap    service_overview
    Screen Should Be    service_overview
    Expect No Row    services_1
    ${vehicles}=    Portal Vehicles
    Should Contain    ${vehicles}    (on the desk): in no profile, services: 0

A Forgotten Security Code Costs The Main User A Factory Reset
    [Tags]    R-LINK-14    pcm-6.0
    Log Out
    Portal Security Code    @new
    Tap    log_in
    Type    @security-code
    Expect Refused    ok    link_factory_reset_needed
    Go    factory_reset
    Tap    factory_reset
    Ok
    Expect State    account    not_linked
    Link The Car

A Forgotten Security Code Costs The Second User No Factory Reset
    [Tags]    R-LINK-14    pcm-6.0
    Link The Car
    Link The Second User
    Go    log_out
    Tap    log_out
    Portal Security Code    @new    second
    Tap    log_in
    Type    @second-security-code
    Ok
    Expect State    user    Marco Bianchi

*** Keywords ***
Log Out
    Link The Car
    Go    log_out
    Tap    log_out
    Expect State    account    logged_out
